package io.hushgate.source.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives made by Commons Compress, for the readers to be held against. */
public final class Made {
    private Made() {}

    /** Something that writes, in one go. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Names and texts, in pairs. */
    public static Map<String, byte[]> files(String... pairs) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            files.put(pairs[i], pairs[i + 1].getBytes(UTF_8));
        }
        return files;
    }

    public static byte[] zip(Map<String, byte[]> files) {
        return bytes(out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                for (var file : files.entrySet()) {
                    zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeArchiveEntry();
                }
            }
        });
    }

    /** A zip whose sizes stand before the content, as those of tools that write to a file. */
    public static byte[] storedZip(Map<String, byte[]> files) {
        return bytes(out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                for (var file : files.entrySet()) {
                    ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                    CRC32 sum = new CRC32();
                    sum.update(file.getValue());
                    entry.setMethod(ZipArchiveEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(sum.getValue());
                    zip.putArchiveEntry(entry);
                    zip.write(file.getValue());
                    zip.closeArchiveEntry();
                }
            }
        });
    }

    public static byte[] tar(Map<String, byte[]> files) {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                for (var file : files.entrySet()) {
                    TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                    entry.setSize(file.getValue().length);
                    tar.putArchiveEntry(entry);
                    tar.write(file.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    /** A tar whose entries are given as they are, with their content. */
    public static byte[] tarOf(Map<TarArchiveEntry, byte[]> entries, int longNames) {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
                tar.setLongFileMode(longNames);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
                for (var each : entries.entrySet()) {
                    tar.putArchiveEntry(each.getKey());
                    tar.write(each.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    public static byte[] debian(Map<String, byte[]> files) {
        return bytes(out -> {
            try (ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
                for (var file : files.entrySet()) {
                    ar.putArchiveEntry(new ArArchiveEntry(file.getKey(), file.getValue().length));
                    ar.write(file.getValue());
                    ar.closeArchiveEntry();
                }
            }
        });
    }

    public static byte[] sevenZip(Map<String, byte[]> files, char... password) {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
            try (SevenZOutputFile out =
                    password.length == 0
                            ? new SevenZOutputFile(channel)
                            : new SevenZOutputFile(channel, password)) {
                for (var file : files.entrySet()) {
                    SevenZArchiveEntry entry = new SevenZArchiveEntry();
                    entry.setName(file.getKey());
                    out.putArchiveEntry(entry);
                    out.write(file.getValue());
                    out.closeArchiveEntry();
                }
            }
            return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compressed by a format as {@link CompressorStreamFactory} names it. */
    public static byte[] packed(String format, byte[] bytes) {
        return bytes(out -> {
            try (OutputStream packing =
                    new CompressorStreamFactory().createCompressorOutputStream(format, out)) {
                packing.write(bytes);
            } catch (CompressorException e) {
                throw new IOException(e);
            }
        });
    }

    public static byte[] gzip(byte[] bytes) {
        return packed(CompressorStreamFactory.GZIP, bytes);
    }
}
