package org.usageflow.core.internal.processed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.RefusedException;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemGroup;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;

/** The problems that are no row's: those of the file, its headers and its tab {@code general}. */
final class FileFindings {

    private static final int HEADER = 1;
    /** Those that are told; a tab {@code general} may have any number. */
    private static final int MOST_TOLD = 1_000;

    private final List<Finding> headers = new ArrayList<>();
    private final List<Finding> told = new ArrayList<>();
    private boolean shapeFault;

    private FileFindings() {}

    /**
     * Takes the problems that come before those of the categories.
     *
     * @param mostColumns as many as are read
     * @throws RefusedException if they say that the upload was not looked into, or has columns that are not read
     */
    static FileFindings take(Cursors cursors, int mostColumns) {
        var taken = new FileFindings();
        for (Finding next = cursors.before(CategoriesCopy.RANK);
                next != null;
                next = cursors.before(CategoriesCopy.RANK)) {
            taken.add(next, mostColumns);
        }
        return taken;
    }

    private void add(Finding finding, int mostColumns) {
        ProblemGroup group = finding.code().group();
        boolean unread = finding.isError() && (group == ProblemGroup.FILE || group == ProblemGroup.PREREQUISITE);
        boolean tooWide =
                finding.code() == ProblemCode.COLUMN_TOO_MANY && finding.key().column() >= mostColumns;
        if (unread || tooWide) {
            throw new RefusedException(
                    ProcessedFile.UNAVAILABLE, "there is no processed file of this upload: " + finding.text());
        }
        if (finding.key().rank() == HEADER) {
            shapeFault = true;
            headers.add(finding);
        }
        if (told.size() < MOST_TOLD) {
            told.add(finding);
        }
    }

    /** Whether a header is at fault, so that no row was judged. */
    boolean isShapeFault() {
        return shapeFault;
    }

    /** The problems to be told of the file as a whole, in order. */
    List<Finding> told() {
        return told;
    }

    /** The problems at cells of a table's header, by column. */
    List<Finding> header(SourceTable table) {
        return headers.stream().filter(each -> isOf(each, table)).toList();
    }

    private static boolean isOf(Finding finding, SourceTable table) {
        int column = finding.key().column();
        if (column < 0 || column >= table.headers().size() || !isSheet(finding.sheet(), table.name())) {
            return false;
        }
        String name = finding.column();
        return name != null
                && ColumnSet.fold(Texts.line(table.headers().get(column), Finding.LONGEST_NAME))
                        .equals(ColumnSet.fold(name));
    }

    private static boolean isSheet(@Nullable String sheet, TableName table) {
        return sheet == null || TableName.ofTab(sheet).filter(table::equals).isPresent();
    }
}
