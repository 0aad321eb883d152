package org.usageflow.poi;

import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.format.UsageFormatContract;

class XlsxFormatContractTest extends UsageFormatContract {

    @Override
    protected UsageFormat format() {
        return new XlsxFormat();
    }
}
