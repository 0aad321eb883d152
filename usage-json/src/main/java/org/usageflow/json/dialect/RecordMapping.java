package org.usageflow.json.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Actor;
import org.usageflow.model.Closing;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemType;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UserId;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemMessages;

/** How a usage record becomes a document. */
final class RecordMapping {

    private RecordMapping() {}

    static RecordDocument document(
            UsageRecord record, UsageFile file, List<Problem> problems, ProblemMessages messages) {
        if (!record.file().equals(file.id())) {
            throw new IllegalArgumentException(record.id() + " is no record of " + file.id());
        }
        RecordDocument.Builder document = RecordDocument.builder()
                .id(record.id().value())
                .productId(file.product().value())
                .multiplier(1)
                .status(DialectStatus.of(record.status()).orElse(null))
                .usagefile(new RecordFile(
                        file.id().value(),
                        file.name(),
                        file.schema(),
                        file.details().currency()));
        reported(record.reported(), document);
        item(record, document);
        subscription(record.subscription(), document);
        closing(record.closing(), document);
        problems(problems, messages, document);
        return document.build();
    }

    private static void reported(@Nullable ReportedRecord reported, RecordDocument.Builder document) {
        if (reported == null) {
            return;
        }
        var category = reported.category();
        List<RecordParameter> params = new ArrayList<>();
        for (Map.Entry<String, String> parameter : reported.parameters().entrySet()) {
            params.add(new RecordParameter(parameter.getKey(), parameter.getValue()));
        }
        document.startDate(reported.window().start())
                .endDate(reported.window().end())
                .category(category == null ? null : new RecordCategory(category.value(), null, null))
                .tier(reported.tier())
                .amount(reported.amount())
                .usage(reported.quantity().value())
                .params(params);
    }

    private static void item(UsageRecord record, RecordDocument.Builder document) {
        Item item = record.item();
        ReportedRecord reported = record.reported();
        DynamicItem described = reported == null ? null : reported.dynamicItem();
        if (item != null) {
            document.item(found(item)).itemId(item.id().value()).resourceLocalId(item.localId());
        } else if (described != null) {
            document.item(RecordItem.builder()
                    .mpn(described.mpn())
                    .name(described.name())
                    .type(ItemType.PPU.code())
                    .precision(described.precision().code())
                    .unit(described.unit())
                    .build());
        }
    }

    private static RecordItem found(Item item) {
        return RecordItem.builder()
                .id(item.id().value())
                .localId(item.localId())
                .mpn(item.mpn())
                .name(item.name())
                .type(item.type().code())
                .precision(item.precision().code())
                .unit(item.unit())
                .build();
    }

    private static void subscription(@Nullable RecordSubscription found, RecordDocument.Builder document) {
        if (found != null) {
            String id = found.id().value();
            document.asset(new RecordAsset(id, found.externalId(), found.externalUid(), found.reconId()))
                    .assetId(id)
                    .assetExternalId(found.externalId())
                    .assetExternalUid(found.externalUid());
        }
    }

    private static void closing(@Nullable Closing closing, RecordDocument.Builder document) {
        if (closing != null) {
            Actor by = closing.by();
            UserId user = by.user();
            document.externalBillingId(closing.billingId())
                    .externalBillingNote(closing.note())
                    .closedAt(closing.at())
                    .closedBy(user == null ? by.account().value() : user.value());
        }
    }

    private static void problems(List<Problem> problems, ProblemMessages messages, RecordDocument.Builder document) {
        List<String> codes = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.isError()) {
                String column = problem.place().column();
                String message = messages.message(problem);
                codes.add(problem.code().name());
                details.add(column == null ? message : column + ": " + message);
            }
        }
        document.errorCodes(codes).errorDetails(details);
    }
}
