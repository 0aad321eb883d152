package org.usageflow.core.internal.judge;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.core.internal.spill.ExternalSorter;
import org.usageflow.model.Tier;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.GroupFindings;
import org.usageflow.schema.GroupJudge;
import org.usageflow.schema.GroupRow;

/**
 * Groups rows by the schema's key and has them judged, group by group; a group's quantity is counted once.
 *
 * <p>A row whose key or tier is in error is no member of a group, but may be the one that a group lacks. Such rows are kept apart, by the parts of their key that can be relied on, and a missing tier is
 * only reported if none of them fits.
 *
 * <p>Source: rules §6.4.
 */
final class GroupCheck implements Closeable {

    private static final int ANY_TIER = RowEntry.NO_TIER;
    private static final int EXCUSE = 0;
    private static final int LACK = 1;

    private final Layout layout;
    private final RowReporter reporter;
    private final Totals totals;
    private final LateChecks checks;
    private final FileRule rule;
    private final GroupJudge judge;
    private final GroupKeys keys;
    private final ExternalSorter members;
    /** Rows that are in no group because of an error, and lacks of groups, by mask and masked key. */
    private final ExternalSorter strays;
    /** Lacks and what excuses them, by row and tier. */
    private final ExternalSorter lacks;

    private final Set<Integer> masks = new HashSet<>();
    private final Bytes bytes = new Bytes();
    private final RowEntry entry = new RowEntry();
    private final Bytes key = new Bytes();
    private final BitSet strayTiers = new BitSet();
    private final Findings findings = new Findings();
    private boolean inGroup;
    private boolean counted;
    private long excusedPosition = -1;
    private int excusedTier;

    GroupCheck(
            JudgeContext context, Layout layout, RowReporter reporter, Totals totals, LateChecks checks, int memory) {
        this.layout = layout;
        this.reporter = reporter;
        this.totals = totals;
        this.checks = checks;
        this.rule = context.schema().fileRule();
        this.judge = rule.key().isEmpty() ? NO_JUDGE : rule.judge(context.policies());
        this.keys = new GroupKeys(layout, rule.key());
        this.members = new ExternalSorter(context.temporary(), memory);
        this.strays = new ExternalSorter(context.temporary(), memory);
        this.lacks = new ExternalSorter(context.temporary(), memory);
    }

    private static final GroupJudge NO_JUDGE = new GroupJudge() {
        @Override
        public void begin() {}

        @Override
        public void row(GroupRow row, GroupFindings findings) {}

        @Override
        public void end(GroupFindings findings) {}
    };

    /** Takes a row, and says whether it is in a group, whose quantity and amounts are counted with it. */
    boolean add(RowState row) {
        boolean itemKnown = row.itemType() != null;
        if (rule.key().isEmpty() || (itemKnown && !rule.groups(row))) {
            return false;
        }
        keys.of(row);
        if (keys.isComplete() && !row.isInError(layout.tier)) {
            addMember(row);
            return true;
        }
        addStray(row);
        return false;
    }

    private void addMember(RowState row) {
        entry.of(row, layout, true);
        keys.write(bytes.clear());
        entry.write(bytes);
        bytes.putText(raw(row, layout.tier)).putText(raw(row, layout.quantity)).putText(raw(row, layout.amount));
        members.add(bytes);
    }

    private @Nullable String raw(RowState row, int slot) {
        return row.rawExcerpt(layout.sourceOf[slot]);
    }

    private void addStray(RowState row) {
        BigDecimal tier = row.decimalAt(layout.tier);
        masks.add(keys.known());
        keys.write(bytes.clear().put(keys.known()));
        strays.add(bytes.put(EXCUSE).putShort(tier == null ? ANY_TIER : tier.intValueExact()));
    }

    /** Judges the groups, then counts what is valid in them. */
    void finish() {
        members.forEach(this::judgeMember);
        if (inGroup) {
            judge.end(findings);
        }
        strays.forEach(this::matchStray);
        lacks.forEach(this::reportLack);
        inGroup = false;
        members.forEach(this::countMember);
    }

    private boolean beginsGroup(Bytes member) {
        if (inGroup && key.sharesPrefix(member, GroupKeys.SIZE)) {
            return false;
        }
        key.copy(member);
        inGroup = true;
        return true;
    }

    private void readMember(Bytes in) {
        in.skip(GroupKeys.SIZE);
        entry.read(in);
    }

    private void judgeMember(Bytes in) {
        boolean former = inGroup;
        if (!former || !key.sharesPrefix(in, GroupKeys.SIZE)) {
            if (former) {
                judge.end(findings);
            }
            beginsGroup(in);
            judge.begin();
        }
        readMember(in);
        Tier tier = entry.tier == RowEntry.NO_TIER ? null : new Tier(entry.tier);
        judge.row(
                new GroupRow(
                        entry.number,
                        entry.position,
                        tier,
                        entry.quantity,
                        entry.amount,
                        in.getText(),
                        in.getText(),
                        in.getText()),
                findings);
    }

    private void countMember(Bytes in) {
        if (beginsGroup(in)) {
            counted = false;
        }
        readMember(in);
        if (checks.isInvalid(entry.position)) {
            return;
        }
        if (!counted) {
            counted = true;
            totals.addQuantity(entry.quantity);
        }
        totals.addAmount(entry.amount, entry.tier);
    }

    /** Rows that may be missing somewhere come before the lacks of the same masked key. */
    private void matchStray(Bytes in) {
        int prefix = 1 + GroupKeys.SIZE;
        if (!key.sharesPrefix(in, prefix)) {
            key.copy(in);
            strayTiers.clear();
        }
        in.skip(prefix);
        int kind = in.get();
        int tier = in.getShort();
        if (kind == EXCUSE) {
            strayTiers.set(tier);
        } else if (strayTiers.get(ANY_TIER) || strayTiers.get(tier)) {
            lacks.add(bytes.clear().putLong(in.getLong()).putShort(tier).put(EXCUSE));
        }
    }

    private void reportLack(Bytes in) {
        long position = in.getLong();
        int tier = in.getShort();
        if (in.get() == EXCUSE) {
            excusedPosition = position;
            excusedTier = tier;
        } else if (position != excusedPosition || tier != excusedTier) {
            long number = in.getLong();
            missing(number, position, in.getText(), tier);
        }
    }

    private void missing(long number, long position, @Nullable String rawTier, int tier) {
        entry.number = number;
        entry.position = position;
        reporter.late(
                entry,
                ProblemCode.TIER_MISSING,
                Severity.ERROR,
                layout.tier,
                rawTier,
                Map.of("tier", Integer.toString(tier)));
        checks.invalidateLate(position);
    }

    private void lack(GroupRow row, Tier tier) {
        if (masks.isEmpty()) {
            missing(row.number(), row.position(), row.rawTier(), tier.level());
            return;
        }
        for (int mask : masks) {
            GroupKeys.writeMasked(bytes.clear().put(mask), key, mask);
            strays.add(bytes.put(LACK).putShort(tier.level()).putLong(row.position()));
        }
        bytes.clear().putLong(row.position()).putShort(tier.level()).put(LACK);
        lacks.add(bytes.putLong(row.number()).putText(row.rawTier()));
    }

    private void report(
            GroupRow row, ProblemCode code, Severity severity, String column, Map<String, String> arguments) {
        String value = switch (column) {
            case Columns.TIER -> row.rawTier();
            case Columns.QUANTITY -> row.rawQuantity();
            case Columns.AMOUNT -> row.rawAmount();
            default -> throw new IllegalArgumentException("a group is judged by tier, quantity or amount: " + column);
        };
        entry.number = row.number();
        entry.position = row.position();
        reporter.late(entry, code, severity, layout.slot(column), value, arguments);
        if (severity == Severity.ERROR) {
            checks.invalidateLate(row.position());
        }
    }

    private final class Findings implements GroupFindings {

        @Override
        public void report(
                GroupRow row, ProblemCode code, Severity severity, String column, Map<String, String> arguments) {
            GroupCheck.this.report(row, code, severity, column, arguments);
        }

        @Override
        public void lacks(GroupRow row, Tier missing) {
            lack(row, missing);
        }
    }

    @Override
    public void close() throws IOException {
        try (members;
                strays;
                lacks) {
            masks.clear();
        }
    }
}
