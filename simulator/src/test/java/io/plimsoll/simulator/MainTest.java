package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  @TempDir private Path folder;

  @Test
  void printsOneReadyLineServesAndStopsOnSigterm() throws Exception {
    var process =
        start("--port", "0", "--accounts", "3", "--log", folder.resolve("log.jsonl").toString());
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      var ready = out.readLine();
      assertThat(ready).matches("simulator ready port=\\d+");
      var port = ready.replaceAll("\\D", "");

      try (var http = HttpClient.newHttpClient()) {
        var account = URI.create("http://127.0.0.1:" + port + "/sim/accounts/2003");
        assertThat(
                http.send(HttpRequest.newBuilder(account).build(), BodyHandlers.ofString()).body())
            .contains("STATIC50K-2003");
      }
      assertThat(process.toHandle().destroy()).isTrue();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(rest(out)).isEmpty();
      assertThat(Files.readString(folder.resolve("err")))
          .contains("simulator started port=" + port)
          .contains("simulator stopped");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theReadyLineCanBeJson() throws Exception {
    var process = start("--format", "json", "--scenario", "none");
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(Wire.JSON.readTree(out.readLine()).path("port").asInt()).isPositive();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aTakenPortIsExitThreeWithTheReason() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var process = start("--port", String.valueOf(taken.getLocalPort()));

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(3);
      assertThat(Files.readString(folder.resolve("err"))).contains("port " + taken.getLocalPort());
    }
  }

  @Test
  void anUnknownOptionIsExitTwo() throws Exception {
    var process = start("--colour");

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "--port=99999,port (99999)",
    "--tick=-5,tick (-5)",
    "--accounts=-1,accounts (-1)",
    "--rate=-4,rate (-4)",
    "--omit=nonsense=0.5,Type (nonsense)",
    "--token-life=0s,A token must be good",
  })
  void aNumberThatMakesNoSenseIsExitTwoAndNamed(String option, String complaint) throws Exception {
    var process = start(option);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("err"))).contains(complaint);
  }

  @Test
  void aScriptThatIsNotUnderstoodIsExitTwoWithItsPlace() throws Exception {
    var script =
        Files.writeString(folder.resolve("faults.json"), "{\"faults\":[{\"fault\":\"bang\"}]}");
    var process = start("--faults", script.toString());

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("err")))
        .contains("faults.json")
        .contains("faults[0]")
        .contains("bang");
  }

  @Test
  void faultsSessionsAndLimitsAreOptionsToo() throws Exception {
    var script =
        Files.writeString(
            folder.resolve("faults.json"),
            "{\"faults\":[{\"endpoint\":\"account/list\",\"kind\":\"status\",\"status\":418}]}");
    var process =
        start(
            "--faults=" + script,
            "--chaos=0.01",
            "--cut-after-loss=2s",
            "--token-life=5m",
            "--at-expiry=silent",
            "--connections=4",
            "--limit=position/list=0");
    try (var out = process.inputReader(StandardCharsets.UTF_8);
        var http = HttpClient.newHttpClient()) {
      var port = out.readLine().replaceAll("\\D", "");

      assertThat(status(http, port, "account/list")).isEqualTo(418);
      assertThat(status(http, port, "position/list")).isEqualTo(423);
    } finally {
      process.destroyForcibly();
    }
  }

  private static int status(HttpClient http, String port, String endpoint) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + port + "/v1/" + endpoint);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode();
  }

  private Process start(String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(folder.resolve("err").toFile()).start();
  }

  private static List<String> rest(BufferedReader out) {
    return out.lines().toList();
  }
}
