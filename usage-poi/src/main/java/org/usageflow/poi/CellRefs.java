package org.usageflow.poi;

/** Cell references such as {@code D4}. */
final class CellRefs {

    static final int MAX_COLUMNS = 16_384;
    static final int MAX_ROWS = 1_048_576;

    static final int LETTERS = 26;

    private CellRefs() {}

    /** The column's letters, e.g. {@code AA} for 26. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.append((char) ('A' + rest % LETTERS));
        }
        return letters.reverse().toString();
    }

    static String reference(int column, long row) {
        return letters(column) + row;
    }

    /**
     * The column of a reference that belongs to a row.
     *
     * @throws FaultException if it is no reference, lies beyond a sheet's last column, or in another row
     */
    static int column(byte[] bytes, int from, int to, long row) throws FaultException {
        int p = from;
        int column = 0;
        while (p < to && isLetter(bytes[p]) && column <= MAX_COLUMNS) {
            column = column * LETTERS + (bytes[p] & 0x1F);
            p++;
        }
        if (column == 0 || column > MAX_COLUMNS || number(bytes, p, to) != row) {
            throw FaultException.unreadable("a cell has a reference that is wrong there");
        }
        return column - 1;
    }

    private static boolean isLetter(int b) {
        int upper = b & ~0x20;
        return upper >= 'A' && upper <= 'Z';
    }

    /** A number of digits alone, of at most nine; -1 for anything else. */
    static int number(byte[] bytes, int from, int to) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int value = 0;
        for (int p = from; p < to; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
