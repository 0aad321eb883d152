package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.Reading.fault;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.usageflow.problem.ProblemCode;
import org.usageflow.testkit.format.RecordingSink;

class OleContainerTest {

    private static byte[] encrypted(byte[] content) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream stream = encryptor.getDataStream(container)) {
                stream.write(content);
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    @Test
    void workbook_with_a_password_is_encrypted() throws Exception {
        assertThat(fault(encrypted(BrokenWorkbooks.sound().bytes()))).isEqualTo(ProblemCode.FILE_ENCRYPTED);
    }

    @Test
    void big_workbook_with_a_password_is_encrypted() throws Exception {
        // Beyond the allocation table's sectors that the header lists, whose lists form a chain
        byte[] random = new byte[20 << 20];
        new Random(1).nextBytes(random);

        assertThat(fault(encrypted(random))).isEqualTo(ProblemCode.FILE_ENCRYPTED);
    }

    @Test
    void old_workbook_is_unreadable_and_says_why() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("records").createRow(0).createCell(0).setCellValue("record_id");
            workbook.write(out);
        }

        RecordingSink sink = Reading.read(out.toByteArray());

        assertThat(sink.faults().get(0).code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(sink.faults().get(0).arguments().get("reason")).contains("save");
    }

    @Test
    void container_that_is_damaged_is_refused() throws Exception {
        byte[] whole = encrypted(BrokenWorkbooks.sound().bytes());
        var random = new Random(7);

        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 3 == 0 ? Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 8)) : whole.clone();
            for (int changes = 0; changes < 10; changes++) {
                damaged[Math.min(damaged.length - 1, 8 + random.nextInt(600))] = (byte) random.nextInt(256);
            }
            assertThat(fault(damaged)).isIn(ProblemCode.FILE_UNREADABLE, ProblemCode.FILE_ENCRYPTED);
        }
        assertThat(fault(Arrays.copyOf(whole, 8))).isEqualTo(ProblemCode.FILE_UNREADABLE);
    }
}
