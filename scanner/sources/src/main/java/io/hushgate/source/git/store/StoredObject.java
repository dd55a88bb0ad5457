package io.hushgate.source.git.store;

/**
 * An object in memory.
 *
 * @param bytes its whole content; shared with a cache, so nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // a copy per tree would cost more than reading it
public record StoredObject(ObjectKind kind, byte[] bytes) {
    @Override
    public String toString() {
        return kind + "[" + bytes.length + " bytes]";
    }
}
