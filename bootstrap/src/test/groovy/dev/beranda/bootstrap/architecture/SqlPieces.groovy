package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.JavaClass

import java.lang.classfile.ClassFile
import java.lang.classfile.MethodModel
import java.lang.classfile.instruction.InvokeDynamicInstruction
import java.lang.classfile.instruction.InvokeInstruction

/// Methods that put text together and hand text to JDBC. ArchUnit does not see `+` between strings, which is an
/// instruction and no call, so this reads the class file.
final class SqlPieces {

    private static final Map<String, String> TAKES_SQL = [
        'java/sql/Connection'                          : /prepare.*|nativeSQL/,
        'java/sql/Statement'                           : /execute.*|addBatch/,
        'io/micronaut/data/jdbc/runtime/JdbcOperations': /prepareStatement/,
    ]

    private static final Map<String, String> MAKES_TEXT = [
        'java/lang/String'       : /concat|format|formatted|join|repeat|replace.*/,
        'java/lang/StringBuilder': /append.*|insert|repeat|replace/,
    ]

    private SqlPieces() {}

    static List<String> of(JavaClass type) {
        byte[] bytes = type.source.get().uri.toURL().openStream().withCloseable { it.readAllBytes() }
        ClassFile.of().parse(bytes).methods()
            .findAll { isGlued(it) }
            .collect { "${type.fullName}.${it.methodName().stringValue()} puts SQL together" as String }
    }

    private static boolean isGlued(MethodModel method) {
        List elements = method.code().map { it.elementList() }.orElse([])
        elements.any { calls(it, TAKES_SQL) } && elements.any { calls(it, MAKES_TEXT) || concatenates(it) }
    }

    private static boolean calls(Object element, Map<String, String> owners) {
        element instanceof InvokeInstruction \
            && element.name().stringValue() ==~ (owners[element.owner().asInternalName()] ?: '')
    }

    private static boolean concatenates(Object element) {
        element instanceof InvokeDynamicInstruction && element.bootstrapMethod().owner().displayName() == 'StringConcatFactory'
    }
}
