package io.hushgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The plain form of a class answers what the class does. */
class PlainClassTest {
    private static final PlainClass PLAIN =
            new PlainClass(
                    ClassHierarchyResolver.ofResourceParsing(
                            PlainClassTest.class.getClassLoader()));

    private static final List<Class<?>> SAMPLES =
            List.of(Subject.class, Shape.class, Circle.class, Square.class, Nothing.class);

    sealed interface Shape permits Circle, Square, Nothing {}

    record Circle(double radius, float weight, String name) implements Shape {}

    record Square(int side, long area, boolean filled, byte b, short s, char c, List<Circle> holes)
            implements Shape {}

    record Nothing() implements Shape {}

    /** What switches and records answer, without either in the answers. */
    public static final class Subject implements Supplier<List<Object>> {
        @Override
        public List<Object> get() {
            List<Object> answers = new ArrayList<>();
            for (Object one : shapes()) {
                answers.add(describe(one));
                answers.add(one.hashCode());
                for (Object other : shapes()) {
                    answers.add(one.equals(other));
                }
            }
            return answers;
        }

        static Object[] shapes() {
            Circle circle = new Circle(1.5, Float.NaN, "x");
            return new Object[] {
                circle,
                new Circle(-0.0, 0f, ""),
                new Circle(0.0, 0f, ""),
                new Square(1, 2, true, (byte) 3, (short) 4, 'c', List.of(circle)),
                new Square(1, 2, false, (byte) 3, (short) 4, 'c', List.of(circle)),
                new Nothing(),
                "text",
                7
            };
        }

        private static String describe(Object input) {
            return switch (input) {
                case Circle(var radius, _, var name) when radius > 1 -> "large " + name;
                case Circle circle -> "small " + circle.name();
                case Square square when square.filled() -> "full";
                case Shape _ -> "shape";
                case String text -> text;
                default -> "else";
            };
        }
    }

    @Test
    void answersTheSame() throws ReflectiveOperationException {
        Class<?> plain = new PlainLoader().loadClass(Subject.class.getName());
        assertThat(plain).isNotSameAs(Subject.class);
        Supplier<?> subject = (Supplier<?>) plain.getDeclaredConstructor().newInstance();
        assertThat(subject.get()).isEqualTo(new Subject().get());
    }

    @Test
    void leavesNoSwitchOrRecordToTheRunTime() throws IOException {
        for (Class<?> type : SAMPLES) {
            assertThat(bootstraps(PLAIN.of(bytes(type))))
                    .as(type.getSimpleName())
                    .doesNotContain("typeSwitch", "equals", "hashCode");
        }
        assertThat(bootstraps(bytes(Subject.class))).contains("typeSwitch");
    }

    @Test
    void leavesOtherClassesAsTheyAre() throws IOException {
        byte[] bytes = bytes(Nothing.class.getNestHost());
        assertThat(PLAIN.of(bytes)).isSameAs(bytes);
    }

    /** Loads the classes above in their plain form. */
    private static final class PlainLoader extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Optional<Class<?>> sample =
                    SAMPLES.stream().filter(type -> type.getName().equals(name)).findFirst();
            if (sample.isEmpty()) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                byte[] plain = PLAIN.of(bytes(sample.get()));
                return defineClass(name, plain, 0, plain.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static List<String> bootstraps(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(site -> ((InvokeDynamicInstruction) site).name().stringValue())
                .toList();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
            return in.readAllBytes();
        }
    }
}
