package io.hushgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A raised class is one of Java 8 that every verifier takes, and does what it did. */
class RaisedClassTest {
    private static final ClassHierarchyResolver TYPES =
            ClassHierarchyResolver.ofResourceParsing(RaisedClassTest.class.getClassLoader());

    @Test
    void raisesAClassOfJavaFive() throws IOException {
        byte[] old = bytes(CommandLine.class);
        assertThat(ClassFile.of().parse(old).majorVersion()).isEqualTo(ClassFile.JAVA_5_VERSION);
        byte[] raised = new RaisedClass(TYPES).of(old);
        ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(TYPES));
        assertThat(classFile.parse(raised).majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
        assertThat(classFile.verify(raised)).isEmpty();
    }

    @Test
    void leavesALaterClassAlone() throws IOException {
        byte[] ours = bytes(RaisedClassTest.class);
        assertThat(new RaisedClass(TYPES).of(ours)).isSameAs(ours);
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
