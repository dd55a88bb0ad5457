package io.hushgate.build;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * What {@link java.lang.runtime.SwitchBootstraps#typeSwitch} answers: -1 for null, else the first
 * label from the second argument on that the first one is an instance of, else how many there are.
 */
record TypeSwitch(MethodTypeDesc type, List<ClassDesc> labels) implements PlainMethod {
    private static final int TARGET = 0;
    private static final int RESTART = 1;

    @Override
    public void writeTo(CodeBuilder code) {
        Label some = code.newLabel();
        code.aload(TARGET).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        for (int i = 0; i < labels.size(); i++) {
            Label other = code.newLabel();
            code.loadConstant(i).iload(RESTART).if_icmplt(other);
            code.aload(TARGET).instanceOf(labels.get(i)).ifeq(other);
            code.loadConstant(i).ireturn().labelBinding(other);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
