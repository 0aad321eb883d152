package org.usageflow.poi;

/**
 * An entry of the container, as the central directory states it.
 *
 * @param name as written
 * @param key the name by which it is found: percent-decoded and in lower case, since names of parts differ in more than case
 * @param deflated whether the data are deflated; stored otherwise
 * @param crc of the inflated data
 * @param compressed bytes in the file
 * @param inflated bytes as claimed; never believed, only compared
 * @param header where the local header starts
 * @param data where the data start
 */
record ZipPart(
        String name, String key, boolean deflated, long crc, long compressed, long inflated, long header, long data) {

    long end() {
        return data + compressed;
    }
}
