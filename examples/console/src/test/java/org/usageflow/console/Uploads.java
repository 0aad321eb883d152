package org.usageflow.console;

/** Headers and rows of uploads for the demonstration's products. */
final class Uploads {

    static final String HEADER = "record_id,item_search_criteria,item_search_value,quantity,start_time_utc,"
            + "end_time_utc,asset_search_criteria,asset_search_value";

    private Uploads() {}

    static String qt(String id, String quantity) {
        return row(id, "COMPUTE-SMALL", quantity, "AS-4100-0001-0001");
    }

    static String pr(String id, String quantity, String amount) {
        return row(id, "MESSAGE", quantity, "AS-4100-0002-0001") + "," + amount;
    }

    static String tr(String id, String quantity, String amount, String tier) {
        return row(id, "PAGE", quantity, "AS-4100-0004-0001") + "," + amount + "," + tier;
    }

    static String cr(String id, String quantity, String amount) {
        return """
                {"record_id":"%s","item_search_criteria":"item.mpn","item_search_value":"BACKUP-GB","quantity":%s,\
                "start_time_utc":"2026-05-01 00:00:00","end_time_utc":"2026-05-08 00:00:00",\
                "asset_search_criteria":"parameter.vault","asset_search_value":"v-alder","amount":%s}""".formatted(id, quantity, amount);
    }

    private static String row(String id, String mpn, String quantity, String subscription) {
        return String.join(
                ",",
                id,
                "item.mpn",
                mpn,
                quantity,
                "2026-05-01 00:00:00",
                "2026-05-08 00:00:00",
                "asset.id",
                subscription);
    }
}
