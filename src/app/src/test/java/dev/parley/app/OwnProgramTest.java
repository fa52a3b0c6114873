package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProgramTest {
    private static Properties system(String classPath) {
        Properties system = new Properties();
        system.setProperty("java.home", "/jdk");
        system.setProperty("java.class.path", classPath);
        return system;
    }

    @Test
    void anInstalledProgramIsStartedByItsLauncher() {
        Properties system = system("/opt/parley/lib/app/parley.jar");
        system.setProperty("jpackage.app-path", "/opt/parley/bin/parley");
        assertThat(OwnProgram.of(system).command()).containsExactly("/opt/parley/bin/parley");
        assertThat(OwnProgram.of(system).environment()).containsEntry("_JPACKAGE_LAUNCHER", "");
    }

    @Test
    void aJarIsStartedByTheJavaThatRunsItWithItsArchiveIfThereIsOne(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("parley.jar");
        List<String> without = OwnProgram.of(system(jar.toString())).command();
        assertThat(without)
                .startsWith(Path.of("/jdk", "bin", "java").toString())
                .endsWith("-cp", jar.toString(), "dev.parley.app.Parley")
                .noneMatch(argument -> argument.contains("Archive"));

        Path archive = Files.createFile(folder.resolve("parley.jsa"));
        assertThat(OwnProgram.of(system(jar.toString())).command()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void onlyOnLinuxIsTheJvmAskedToGiveBackWhatNativeCodeHasFreed() {
        Properties system = system("parley.jar");
        system.setProperty("os.name", "Linux");
        assertThat(OwnProgram.of(system).command()).contains("-XX:TrimNativeHeapInterval=30000");
        system.setProperty("os.name", "Mac OS X");
        assertThat(OwnProgram.of(system).command()).noneMatch(argument -> argument.contains("Trim"));
    }

    @Test
    void aRelativeClassPathMeansTheSameInAnotherFolder() {
        String classPath = String.join(File.pathSeparator, "classes", "lib/a.jar");
        assertThat(OwnProgram.of(system(classPath)).command())
                .contains(String.join(
                        File.pathSeparator,
                        Path.of("classes").toAbsolutePath().toString(),
                        Path.of("lib/a.jar").toAbsolutePath().toString()));
    }
}
