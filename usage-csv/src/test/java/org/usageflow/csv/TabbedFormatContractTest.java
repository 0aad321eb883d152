package org.usageflow.csv;

import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.format.UsageFormatContract;

class TabbedFormatContractTest extends UsageFormatContract {

    @Override
    protected UsageFormat format() {
        return CsvFormat.delimitedBy('\t');
    }
}
