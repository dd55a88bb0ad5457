package io.hushgate.rules.sample;

/**
 * Random numbers that are the same on every JDK for ever: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014). Not for anything that has to be secret.
 */
final class SampleRandom {
    private long state;

    SampleRandom(long seed) {
        state = seed;
    }

    /** Seeds with FNV-1a (64 bits) of the text, so that each rule has numbers of its own. */
    static SampleRandom of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return new SampleRandom(hash);
    }

    private long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((nextLong() >>> 33) % bound);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) below(256);
        }
        return bytes;
    }
}
