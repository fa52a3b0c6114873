package dev.parley.acceptance;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a display shows, from the file that Xvfb keeps it in, which has the layout of an X window dump (XWDFile.h). */
record FrameBuffer(Path file) {
    private static final int BYTES_PER_LINE_AT = 4 * 12;
    private static final int COLOURS_AT = 4 * 19;
    private static final int COLOUR_BYTES = 12;
    private static final int RGB = 0xffffff;

    BufferedImage picture(int width, int height) {
        try {
            ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(file));
            int start = start(dump.getInt(0), dump.getInt(COLOURS_AT));
            int bytesPerLine = dump.getInt(BYTES_PER_LINE_AT);
            dump.order(ByteOrder.nativeOrder());
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) image.setRGB(x, y, dump.getInt(start + y * bytesPerLine + 4 * x));
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The colour of one point; cheap enough to be asked all the time. */
    int pixel(int x, int y) {
        try (RandomAccessFile dump = new RandomAccessFile(file.toFile(), "r")) {
            int headerBytes = dump.readInt();
            dump.seek(COLOURS_AT);
            int start = start(headerBytes, dump.readInt());
            dump.seek(BYTES_PER_LINE_AT);
            dump.seek(start + (long) y * dump.readInt() + 4L * x);
            int pixel = dump.readInt();
            return (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? pixel : Integer.reverseBytes(pixel)) & RGB;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int start(int headerBytes, int colours) {
        return headerBytes + COLOUR_BYTES * colours;
    }
}
