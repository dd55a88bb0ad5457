package io.hushgate.build;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the {@code invokedynamic} instructions of a class whose meaning is known by calls of
 * methods that it adds to the class; see {@link PlainMethod} for which they are.
 */
final class PlainClass {
    private final ClassFile classFile;

    /** Resolves the types of our code, which its stack maps speak of. */
    PlainClass(ClassHierarchyResolver types) {
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(types));
    }

    /** The class in its plain form; the same bytes when there is nothing to replace. */
    byte[] of(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        Added added = new Added(model);
        byte[] plain =
                classFile.transformClass(
                        model,
                        ClassTransform.transformingMethodBodies(
                                        PlainClass::isDynamic, added.calls())
                                .andThen(ClassTransform.endHandler(added::writeTo)));
        return added.methods.isEmpty() ? bytes : plain;
    }

    private static boolean isDynamic(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(InvokeDynamicInstruction.class::isInstance);
    }

    /** The methods that a class gets. */
    private static final class Added {
        private final List<PlainMethod> methods = new ArrayList<>();
        private final ClassDesc owner;
        private final boolean isInterface;

        Added(ClassModel model) {
            owner = model.thisClass().asSymbol();
            isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        }

        CodeTransform calls() {
            return (code, element) -> {
                Optional<PlainMethod> method =
                        element instanceof InvokeDynamicInstruction site
                                ? PlainMethod.of(site)
                                : Optional.empty();
                if (method.isPresent()) {
                    code.invokestatic(
                            owner, name(methods.size()), method.get().type(), isInterface);
                    methods.add(method.get());
                } else {
                    code.with(element);
                }
            };
        }

        void writeTo(ClassBuilder builder) {
            for (int i = 0; i < methods.size(); i++) {
                MethodTypeDesc type = methods.get(i).type();
                int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
                builder.withMethodBody(name(i), type, flags, methods.get(i)::writeTo);
            }
        }

        private static String name(int index) {
            return "plain$" + index;
        }
    }
}
