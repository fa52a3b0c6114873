package dev.parley.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the house that Maven cannot guard, over the classes of all modules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    /** Whom a module may use: the arrows between modules, and where they lead on. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("bootstrap", Set.of()),
            entry("bootstrap.server", Set.of("bootstrap")),
            entry("bootstrap.cloud", Set.of("bootstrap.server", "bootstrap")),
            entry("bootstrap.mock", Set.of("bootstrap.server", "bootstrap")),
            entry("group", Set.of()),
            entry("chat", Set.of("group", "bootstrap")),
            entry("lab", Set.of()),
            entry("console", Set.of("chat", "lab", "group", "bootstrap")),
            entry("example", Set.of("console", "chat", "group")),
            entry("terminal", Set.of("console", "chat", "lab", "group", "bootstrap")),
            entry("desktop", Set.of("console", "chat", "lab", "group", "bootstrap")),
            entry("app", Set.of("desktop", "terminal", "bootstrap.server", "console", "chat", "group", "bootstrap")),
            entry("benchmarks", Set.of("app", "lab", "bootstrap.server", "chat", "group", "bootstrap")));

    private JavaClasses classes;

    @BeforeAll
    void readAllModules() throws IOException {
        try (Stream<Path> modules = Files.list(Program.root().resolve("src"))) {
            List<Path> folders = Stream.concat(modules, Stream.of(Program.root().resolve("bootstrap-mock")))
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
            classes = new ClassFileImporter().importPaths(folders);
        }
    }

    @Test
    void everyModuleIsAmongTheModulesThatHaveRules() {
        Set<String> modules = classes.stream().map(ArchitectureTest::moduleOf).collect(Collectors.toSet());

        assertThat(modules).contains("app", "chat", "group").isSubsetOf(ARROWS.keySet());
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource({
        "org.jgroups.., dev.parley.[group|benchmarks]..",
        "okhttp3.., dev.parley.bootstrap",
        "okio.., dev.parley.bootstrap",
        "com.sun.net.httpserver.., dev.parley.[bootstrap.server|benchmarks]",
        "org.jline.., dev.parley.terminal..",
        "javafx.., dev.parley.desktop..",
        "atlantafx.., dev.parley.desktop..",
        "java.sql.., dev.parley.[chat|bootstrap.cloud]..",
        "org.sqlite.., dev.parley.chat..",
        "com.zaxxer.., dev.parley.bootstrap.cloud",
        "org.postgresql.., dev.parley.bootstrap.cloud",
        "com.google.cloud.., dev.parley.bootstrap.cloud",
    })
    void aHeavyLibraryIsUsedInOnePlace(String library, String place) {
        noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(classes);
    }

    @Test
    void nothingPrintsButTheTerminalAndMainClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.terminal..")
                .and(describe("are no main classes", javaClass -> !isMain(javaClass)))
                // It prints nothing: it keeps from there what live Java prints.
                .and()
                .doNotHaveFullyQualifiedName("dev.parley.console.jshell.SnippetOutput")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void oneClassHopsToTheThreadOfTheWindow() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.parley.desktop.fx.FxThread")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .check(classes);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("dev.parley.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void modulesUseOnlyThoseThatTheArrowsLeadTo() {
        ARROWS.forEach((module, allowed) -> noClasses()
                .that(describe(
                        "are of " + module, javaClass -> moduleOf(javaClass).equals(module)))
                .should()
                .dependOnClassesThat(outside(module, allowed))
                .check(classes));
    }

    private static DescribedPredicate<JavaClass> outside(String module, Set<String> allowed) {
        return describe("are of none of " + allowed, javaClass -> {
            if (!javaClass.getPackageName().startsWith("dev.parley.")) return false;
            String used = moduleOf(javaClass);
            return !used.equals(module) && !allowed.contains(used);
        });
    }

    /** The longest module name that the class's package begins with. */
    private static String moduleOf(JavaClass javaClass) {
        String inside = javaClass.getPackageName().substring("dev.parley.".length());
        return ARROWS.keySet().stream()
                .filter(module -> inside.equals(module) || inside.startsWith(module + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse(inside);
    }

    private static boolean isMain(JavaClass javaClass) {
        JavaClass outermost = javaClass;
        while (outermost.getEnclosingClass().isPresent())
            outermost = outermost.getEnclosingClass().get();
        return outermost
                .tryGetMethod("main", String[].class)
                .filter(main -> main.getModifiers().contains(JavaModifier.STATIC))
                .isPresent();
    }
}
