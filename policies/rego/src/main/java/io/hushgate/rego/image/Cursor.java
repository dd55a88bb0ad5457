package io.hushgate.rego.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A place in an image that moves on with what is read. For one thread. */
final class Cursor {
    private final byte[] image;
    private int position;

    Cursor(byte[] image, int position) {
        this.image = image;
        this.position = position;
    }

    /** Where the next byte stands. */
    int position() {
        return position;
    }

    void skip(int count) {
        position += count;
    }

    byte next() {
        return image[position++];
    }

    boolean flag() {
        return next() != 0;
    }

    int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = next();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** A list, which begins with its length. */
    <T> List<T> all(Supplier<? extends T> item) {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }
}
