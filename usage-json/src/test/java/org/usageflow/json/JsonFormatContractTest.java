package org.usageflow.json;

import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.format.UsageFormatContract;

class JsonFormatContractTest extends UsageFormatContract {

    @Override
    protected UsageFormat format() {
        return JsonFormat.array();
    }
}
