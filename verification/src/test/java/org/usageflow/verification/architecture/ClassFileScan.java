package org.usageflow.verification.architecture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds floating point in a class file: in its constants, in the types of its own and of the called methods and fields, and in its instructions.
 *
 * <p>Follows the Java Virtual Machine Specification, chapters 4 and 6.
 */
final class ClassFileScan {

    private static final Set<String> TYPES = Set.of(
            "java/lang/Double",
            "java/lang/Float",
            "java/util/OptionalDouble",
            "java/util/stream/DoubleStream",
            "java/util/concurrent/atomic/DoubleAdder",
            "java/util/concurrent/atomic/DoubleAccumulator");

    private static final int WIDE = 196;
    private static final int TABLE_SWITCH = 170;
    private static final int LOOKUP_SWITCH = 171;
    private static final int NEW_ARRAY = 188;

    /** Instructions that load, store, compute, compare, convert or return floating point. */
    private static final BitSet FLOATING = floating();

    /** Bytes of operands by instruction; -1 for those of variable length. */
    private static final int[] OPERANDS = operands();

    private final List<String> findings = new ArrayList<>();
    private Object[] constants = new Object[0];

    private ClassFileScan() {}

    /** What was found, in words; empty for a class without floating point. */
    static List<String> scan(byte[] classFile) throws IOException {
        var scan = new ClassFileScan();
        scan.read(new DataInputStream(new ByteArrayInputStream(classFile)));
        return scan.findings;
    }

    private static BitSet floating() {
        var set = new BitSet();
        int[][] ranges = {
            {11, 15},
            {23, 24},
            {34, 41},
            {48, 49},
            {56, 57},
            {67, 74},
            {81, 82},
            {98, 99},
            {102, 103},
            {106, 107},
            {110, 111},
            {114, 115},
            {118, 119},
            {134, 135},
            {137, 138},
            {139, 144},
            {149, 152},
            {174, 175}
        };
        for (int[] range : ranges) {
            set.set(range[0], range[1] + 1);
        }
        return set;
    }

    private static int[] operands() {
        int[] operands = new int[256];
        for (int one : new int[] {16, 18, 21, 22, 23, 24, 25, 54, 55, 56, 57, 58, 169, NEW_ARRAY}) {
            operands[one] = 1;
        }
        for (int two : new int[] {17, 19, 20, 132, 187, 189, 192, 193, 198, 199}) {
            operands[two] = 2;
        }
        Arrays.fill(operands, 153, 169, 2);
        Arrays.fill(operands, 178, 185, 2);
        operands[197] = 3;
        Arrays.fill(operands, 185, 187, 4);
        Arrays.fill(operands, 200, 202, 4);
        operands[TABLE_SWITCH] = -1;
        operands[LOOKUP_SWITCH] = -1;
        operands[WIDE] = -1;
        return operands;
    }

    private void read(DataInputStream in) throws IOException {
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("no class file");
        }
        in.readInt();
        readConstants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        readMembers(in);
        readMembers(in);
    }

    private void readConstants(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        constants = new Object[count];
        List<Integer> classes = new ArrayList<>();
        List<Integer> descriptors = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 4 -> constant("float " + in.readFloat());
                case 6 -> constant("double " + in.readDouble());
                case 5 -> in.skipNBytes(8);
                case 7 -> classes.add(in.readUnsignedShort());
                case 8, 19, 20 -> in.skipNBytes(2);
                case 16 -> descriptors.add(in.readUnsignedShort());
                case 3, 9, 10, 11, 17, 18 -> in.skipNBytes(4);
                case 12 -> {
                    in.skipNBytes(2);
                    descriptors.add(in.readUnsignedShort());
                }
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("unknown constant " + tag);
            }
            if (tag == 5 || tag == 6) {
                i++;
            }
        }
        classes.forEach(index -> type("L" + constants[index] + ";", "uses"));
        descriptors.forEach(index -> type((String) constants[index], "calls or reads"));
    }

    private void constant(String what) {
        findings.add("has the constant " + what);
    }

    private void type(String descriptor, String verb) {
        String primitives = descriptor.replaceAll("L[^;]*;", "");
        if (primitives.contains("D")
                || primitives.contains("F")
                || TYPES.stream().anyMatch(descriptor::contains)) {
            findings.add(verb + " " + descriptor);
        }
    }

    private void readMembers(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            String name = (String) constants[in.readUnsignedShort()];
            type((String) constants[in.readUnsignedShort()], "declares " + name);
            int attributes = in.readUnsignedShort();
            for (int a = 0; a < attributes; a++) {
                Object attribute = constants[in.readUnsignedShort()];
                byte[] content = new byte[in.readInt()];
                in.readFully(content);
                if ("Code".equals(attribute)) {
                    scanCode(name, content);
                }
            }
        }
    }

    private void scanCode(String method, byte[] attribute) {
        int length = number(attribute, 4);
        int start = 8;
        int at = start;
        while (at < start + length) {
            int instruction = attribute[at] & 0xFF;
            int widened = instruction == WIDE ? attribute[at + 1] & 0xFF : instruction;
            boolean array = instruction == NEW_ARRAY && (attribute[at + 1] == 6 || attribute[at + 1] == 7);
            if (FLOATING.get(widened) || array) {
                findings.add(method + " has the instruction " + widened + " at " + (at - start));
            }
            at += length(attribute, at, start);
        }
    }

    private static int length(byte[] code, int at, int start) {
        int instruction = code[at] & 0xFF;
        if (instruction == WIDE) {
            return (code[at + 1] & 0xFF) == 132 ? 6 : 4;
        }
        if (instruction == TABLE_SWITCH || instruction == LOOKUP_SWITCH) {
            int padded = at + 1 + Math.floorMod(-(at + 1 - start), 4);
            int entries = instruction == LOOKUP_SWITCH
                    ? 8 * number(code, padded + 4)
                    : 4 + 4 * (number(code, padded + 8) - number(code, padded + 4) + 1);
            return padded + 8 + entries - at;
        }
        return 1 + OPERANDS[instruction];
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
