package org.usageflow.verification.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UploadLimits;

/** Faults of files as a whole, and of workbooks as containers. */
@SuppressWarnings("ImmutableEnumChecker") // a fault is immutable
enum FileInjection implements Injection {
    EMPTY(ProblemCode.FILE_UNREADABLE, Carrier.ALL, site -> {
        site.draft.bytes = content -> new byte[0];
        site.shape();
    }),
    OF_NO_KNOWN_FORMAT(ProblemCode.FILE_UNREADABLE, Carrier.ALL, site -> {
        String text = site.any("hello, world", "%PDF-1.7\n", "id;name\n1;2\n", "<xml/>", " \n\n", "\u0000\u0001");
        site.draft.bytes = content -> text.getBytes(StandardCharsets.UTF_8);
        site.shape();
    }),
    OLD_BINARY_WORKBOOK(ProblemCode.FILE_UNREADABLE, EnumSet.of(Carrier.XLSX), site -> {
        site.draft.bytes = content -> Hostile.ole("Workbook");
        site.shape();
    }),
    CUT_OFF(ProblemCode.FILE_UNREADABLE, EnumSet.of(Carrier.XLSX, Carrier.JSON), site -> {
        site.draft.bytes = content -> {
            int text =
                    new String(content, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
            int most = site.carrier == Carrier.XLSX ? content.length : text;
            return Arrays.copyOf(content, 4 + site.random.nextInt(most - 4));
        };
        site.shape(null, null);
    }),
    LINE_CUT_OFF(ProblemCode.FILE_UNREADABLE, EnumSet.of(Carrier.JSONL), site -> {
        site.draft.bytes = content -> {
            String text = new String(content, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('}')).getBytes(StandardCharsets.UTF_8);
        };
        site.shape(null, null);
    }),
    QUOTE_WITHOUT_END(ProblemCode.FILE_UNREADABLE, EnumSet.of(Carrier.CSV), site -> {
        site.draft.bytes = content -> joined(content, "\"no end\n".getBytes(StandardCharsets.UTF_8));
        site.shape(null, null);
    }),
    TEXT_NOT_IN_UTF_8(ProblemCode.FILE_UNREADABLE, Carrier.TEXTS, site -> {
        Draft.Line line = site.line();
        line.cells.put(site.column("v.region"), Cell.text("MARK"));
        byte[] wrong = site.any(new byte[] {(byte) 0xFF}, new byte[] {(byte) 0xC3, '('}, new byte[] {(byte) 0xE4});
        site.draft.bytes = content -> Hostile.replaced(content, "MARK", wrong);
        site.shape(null, null);
    }),
    MORE_BYTES_THAN_ALLOWED(ProblemCode.FILE_TOO_LARGE, Carrier.ALL, site -> {
        site.draft.bytes = content -> {
            site.limits = UploadLimits.DEFAULTS.withBytes(content.length - 1L);
            return content;
        };
        site.shape();
    }),
    ROW_LONGER_THAN_ALLOWED(ProblemCode.FILE_TOO_LARGE, Carrier.ALL, site -> {
        site.limits = UploadLimits.DEFAULTS.withTable(1_000, 32_767, 20_000);
        Draft.Line line = site.line();
        for (int i = 0; i < 6; i++) {
            line.cells.put(site.column("v.long" + i), Cell.text("t".repeat(4_000)));
        }
        site.shape(null, null);
    }),
    MORE_ENTRIES_THAN_ALLOWED(ProblemCode.FILE_TOO_LARGE, EnumSet.of(Carrier.XLSX), site -> {
        site.limits = UploadLimits.DEFAULTS.withInflation(8, 1 << 30, 1 << 30, 1 << 30, 100);
        parts(site, parts -> {
            for (int i = 0; i < 9; i++) {
                parts.put("xl/media/" + i, new byte[1]);
            }
        });
        site.shape();
    }),
    ENTRY_LARGER_THAN_ALLOWED(ProblemCode.FILE_TOO_LARGE, EnumSet.of(Carrier.XLSX), site -> {
        site.limits = UploadLimits.DEFAULTS.withInflation(2_000, 200_000, 1 << 30, 1 << 30, 100);
        parts(site, parts -> parts.put("xl/media/large.bin", new byte[200_001]));
        site.shape(Place.FILE, "xl/media/large.bin");
    }),
    ENTRIES_LARGER_THAN_ALLOWED(ProblemCode.FILE_TOO_LARGE, EnumSet.of(Carrier.XLSX), site -> {
        site.limits = UploadLimits.DEFAULTS.withInflation(2_000, 1 << 30, 200_000, 1 << 30, 100);
        parts(site, parts -> {
            parts.put("xl/media/1.bin", new byte[100_000]);
            parts.put("xl/media/2.bin", new byte[100_001]);
        });
        site.shape();
    }),
    WITH_PASSWORD(ProblemCode.FILE_ENCRYPTED, EnumSet.of(Carrier.XLSX), site -> {
        site.draft.bytes = content -> Hostile.ole("EncryptedPackage");
        site.shape();
    }),
    ENTRY_WITH_PASSWORD(ProblemCode.FILE_ENCRYPTED, EnumSet.of(Carrier.XLSX), site -> {
        site.draft.bytes = Hostile::encrypted;
        site.shape(null, null);
    }),
    MACRO_PART(ProblemCode.FILE_HAS_MACROS, EnumSet.of(Carrier.XLSX), site -> {
        String part = site.any("xl/vbaProject.bin", "xl/VBAproject.bin", "xl/macrosheets/sheet1.xml", "xl/vbaData.xml");
        parts(site, parts -> parts.put(part, new byte[] {1}));
        site.shape(Place.FILE, part);
    }),
    MACRO_CONTENT_TYPE(ProblemCode.FILE_HAS_MACROS, EnumSet.of(Carrier.XLSX), site -> {
        String type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
        replace(
                site,
                "[Content_Types].xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                type);
        site.shape(null, null);
    }),
    DOCUMENT_TYPE(ProblemCode.FILE_SUSPICIOUS, EnumSet.of(Carrier.XLSX), site -> {
        String declaration = site.any(
                "<!DOCTYPE x>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">");
        int part = site.random.nextInt(7);
        parts(site, parts -> {
            String chosen = new ArrayList<>(parts.keySet()).get(part);
            String xml = new String(parts.get(chosen), StandardCharsets.UTF_8);
            parts.put(chosen, xml.replace("?>\n", "?>" + declaration).getBytes(StandardCharsets.UTF_8));
        });
        site.shape(null, null);
    }),
    LINK_TO_OTHER_FILE(ProblemCode.FILE_SUSPICIOUS, EnumSet.of(Carrier.XLSX), site -> {
        String mode = "TargetMode=\"External\" Target=\"http://host.invalid/x\"";
        if (site.random.nextBoolean()) {
            replace(site, "xl/_rels/workbook.xml.rels", "Target=\"styles.xml\"", mode);
            site.shape(null, null);
        } else {
            parts(site, parts -> parts.put("xl/externalLinks/externalLink1.xml", new byte[] {1}));
            site.shape(Place.FILE, "xl/externalLinks/externalLink1.xml");
        }
    }),
    ENTRY_NAME_TWICE(ProblemCode.FILE_SUSPICIOUS, EnumSet.of(Carrier.XLSX), site -> {
        parts(site, parts -> {
            parts.put("xl/one.bin", new byte[] {1});
            parts.put("xl/two.bin", new byte[] {2});
        });
        site.draft.bytes =
                content -> Hostile.replaced(content, "xl/two.bin", "xl/one.bin".getBytes(StandardCharsets.UTF_8));
        site.shape(Place.FILE, "xl/one.bin");
    }),
    ENTRY_NAME_UNSAFE(ProblemCode.FILE_SUSPICIOUS, EnumSet.of(Carrier.XLSX), site -> {
        String unsafe = site.any(
                "../evil.xml", "/etc/passwd", "xl/../../x", "c:/x.xml", "xl\\x.xml", "xl//x.xml", "xl/%2e%2e/x");
        parts(site, parts -> parts.put(unsafe, new byte[] {1}));
        site.shape(Place.FILE, unsafe);
    }),
    COMPRESSED_BEYOND_BELIEF(ProblemCode.FILE_SUSPICIOUS, EnumSet.of(Carrier.XLSX), site -> {
        site.limits = UploadLimits.DEFAULTS.withInflation(2_000, 1 << 30, 1 << 30, 100_000, 100);
        parts(site, parts -> parts.put("xl/media/bomb.bin", new byte[1_000_000]));
        site.shape(Place.FILE, "xl/media/bomb.bin");
    }),
    NO_ROWS(ProblemCode.FILE_NO_RECORDS, EnumSet.of(Carrier.XLSX, Carrier.CSV, Carrier.JSON), site -> {
        site.draft.lines.clear();
        site.elsewhere(Place.FILE, null);
    }),
    GENERAL_SAYS_OTHERWISE(
            ProblemCode.FILE_CONTRADICTS_GENERAL,
            EnumSet.of(Carrier.XLSX),
            site -> {
                String attribute = site.any("product_id", "usage_schema", "currency");
                List<String> attributes = new ArrayList<>(site.draft.general.keySet());
                if (!attributes.contains(attribute)) {
                    throw new Site.Unfit();
                }
                String other = site.any("PRD-000-000-000", "XX", " usd ");
                site.draft.general.put(attribute, other);
                long row = attributes.indexOf(attribute) + 2L;
                site.elsewhere(new Place("General", row, "attribute_value", "B" + row, null), other);
            },
            Trait.GENERAL),
    NO_TAB_OF_RECORDS(ProblemCode.SHEET_MISSING, EnumSet.of(Carrier.XLSX), site -> {
        site.draft.tab = site.any("record", "Sheet1", "usage", "records (2)", "usagerecords");
        site.shape();
    });

    private final Fault fault;

    FileInjection(ProblemCode code, Set<Carrier> carriers, Consumer<Site> injecting, Trait... traits) {
        this.fault = new Fault(code, carriers, injecting, Set.of(traits));
    }

    @Override
    public Fault fault() {
        return fault;
    }

    private static void parts(Site site, Consumer<Map<String, byte[]>> change) {
        site.draft.parts = parts -> {
            Map<String, byte[]> changed = new LinkedHashMap<>(parts);
            change.accept(changed);
            return changed;
        };
    }

    private static void replace(Site site, String part, String text, String other) {
        parts(site, parts -> {
            String xml = new String(parts.get(part), StandardCharsets.UTF_8);
            parts.put(part, xml.replace(text, other).getBytes(StandardCharsets.UTF_8));
        });
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
