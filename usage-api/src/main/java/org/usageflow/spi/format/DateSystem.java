package org.usageflow.spi.format;

/** From which day a workbook counts its dates. */
public enum DateSystem {
    /** Day 1 is 1900-01-01, and 1900 counts as a leap year: the usual one. */
    EXCEL_1900,
    /** Day 0 is 1904-01-01. */
    EXCEL_1904
}
