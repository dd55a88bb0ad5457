package io.hushgate.rego.differential;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Random;

/**
 * Small JSON documents over few keys and values, so that random policies find something in them.
 */
final class RandomDocument {
    static final String[] KEYS = {"a", "b", "c", "d"};

    private final Random random;

    RandomDocument(Random random) {
        this.random = random;
    }

    /** An object that has most of the keys. */
    RegoObject next() {
        RegoObject.Builder object = RegoObject.builder();
        for (String key : KEYS) {
            if (random.nextInt(5) > 0) {
                object.put(key, value(3));
            }
        }
        return object.build();
    }

    private Value value(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 5);
        return switch (kind) {
            case 0 -> RegoNull.NULL;
            case 1 -> RegoBoolean.of(random.nextBoolean());
            case 2 -> RegoNumber.of(random.nextInt(4));
            case 3, 4 -> RegoString.of(KEYS[random.nextInt(KEYS.length)]);
            case 5, 6, 7 -> array(depth);
            default -> object(depth);
        };
    }

    private RegoArray array(int depth) {
        RegoArray.Builder array = RegoArray.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(depth - 1));
        }
        return array.build();
    }

    private RegoObject object(int depth) {
        RegoObject.Builder object = RegoObject.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(KEYS[random.nextInt(KEYS.length)], value(depth - 1));
        }
        return object.build();
    }
}
