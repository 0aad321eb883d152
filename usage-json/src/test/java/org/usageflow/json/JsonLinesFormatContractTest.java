package org.usageflow.json;

import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.format.UsageFormatContract;

class JsonLinesFormatContractTest extends UsageFormatContract {

    @Override
    protected UsageFormat format() {
        return JsonFormat.lines();
    }
}
