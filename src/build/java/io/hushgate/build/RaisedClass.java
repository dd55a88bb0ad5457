package io.hushgate.build;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;

/**
 * Gives a class of Java 5 or before the version of Java 8, and the stack maps that it then needs.
 * The AOT cache takes no class that only the old verifier can verify, and picocli, through which
 * every start goes, is compiled for Java 5.
 */
final class RaisedClass {
    private final ClassFile classFile;

    /** Resolves the types of the class, which its stack maps speak of. */
    RaisedClass(ClassHierarchyResolver types) {
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(types),
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
    }

    /** The class in a version that the cache takes; the same bytes when it has one. */
    byte[] of(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        if (model.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return bytes;
        }
        ClassTransform version =
                (builder, element) -> {
                    if (element instanceof ClassFileVersion) {
                        builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                    } else {
                        builder.with(element);
                    }
                };
        return classFile.transformClass(
                model,
                version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }
}
