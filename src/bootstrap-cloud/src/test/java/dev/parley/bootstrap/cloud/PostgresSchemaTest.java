package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSchemaTest {
    private static final String FIRST = "CREATE TABLE things (name text); INSERT INTO things VALUES ('kept')";
    private static final String SECOND = "ALTER TABLE things ADD COLUMN size integer NOT NULL DEFAULT 7";

    private TestDatabase database;

    @BeforeEach
    void make() throws Exception {
        database = TestDatabase.fresh();
    }

    @Test
    void instancesThatStartAtOnceMakeTheTablesOnce() throws Exception {
        int instances = 6;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService starting = Executors.newFixedThreadPool(instances);
        try {
            List<Future<?>> started = new ArrayList<>();
            for (int i = 0; i < instances; i++)
                started.add(starting.submit(() -> {
                    start.await();
                    open(PostgresSchema.of(List.of(FIRST, SECOND)));
                    return null;
                }));
            start.countDown();
            for (Future<?> each : started) each.get(60, TimeUnit.SECONDS);
        } finally {
            starting.shutdownNow();
        }
        assertThat(database.column("SELECT version FROM parley_schema ORDER BY version"))
                .containsExactly("1", "2");
        assertThat(database.column("SELECT name || size FROM things")).containsExactly("kept7");
    }

    @Test
    void tablesOfAnOlderProgramAreTakenOverWithWhatIsInThem() throws Exception {
        open(PostgresSchema.of(List.of(FIRST)));
        database.execute("INSERT INTO things VALUES ('added')");
        open(PostgresSchema.of(List.of(FIRST, SECOND)));
        assertThat(database.column("SELECT name || size FROM things ORDER BY name"))
                .containsExactly("added7", "kept7");
    }

    @Test
    void aStepThatFailsChangesNothing() throws Exception {
        open(PostgresSchema.of(List.of(FIRST)));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open(PostgresSchema.of(List.of(FIRST, SECOND, "CREATE TABLE things (again text)"))))
                .withMessageContaining("already exists");
        assertThat(database.column("SELECT version FROM parley_schema")).containsExactly("1");
        assertThat(database.column("SELECT name FROM things")).containsExactly("kept");
    }

    @Test
    void tablesOfANewerProgramAreLeftAlone() throws Exception {
        open(PostgresSchema.of(List.of(FIRST, SECOND)));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open(PostgresSchema.of(List.of(FIRST))))
                .withMessage("The database has tables of version 2, made by a newer Parley, and this one knows 1;"
                        + " start the newer one, or restore a backup from before it.");
    }

    @Test
    void aDatabaseThatIsNotThereOrDoesNotLetUsInIsOneSentenceThatSaysWhatToDo() {
        PostgresSettings nobody = PostgresSettings.of("postgresql://127.0.0.1:1/parley", 1);
        assertThatExceptionOfType(DatabaseAwayException.class)
                .isThrownBy(() -> PostgresPeerStore.open(nobody, BootstrapConfig.production()))
                .withMessageMatching("The database jdbc:postgresql://127.0.0.1:1/parley does not answer \\([^\n]+\\);"
                        + " start it, or check PARLEY_DATABASE_URL\\.");
        PostgresSettings nothing = PostgresSettings.of(database.settings().url().replace("/postgres?", "/nothing?"), 1);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> PostgresPeerStore.open(nothing, BootstrapConfig.production()))
                .withMessageContaining("database \"nothing\" does not exist");
    }

    private void open(PostgresSchema schema) throws StoreException {
        PostgresPeerStore.open(database.settings(), BootstrapConfig.production(), schema)
                .close();
    }
}
