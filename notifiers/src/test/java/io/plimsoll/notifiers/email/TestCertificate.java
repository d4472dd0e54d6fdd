package io.plimsoll.notifiers.email;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for {@code name} that nobody but its own context trusts. */
final class TestCertificate {
  private TestCertificate() {}

  static SSLContext of(Path folder, String name) throws Exception {
    var file = Files.createTempDirectory(folder, "certificate").resolve("it.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                (keytool
                        + " -genkeypair -alias a -keyalg EC -validity 2 -storepass testonly"
                        + " -dname CN="
                        + name
                        + " -ext san=dns:"
                        + name
                        + " -keystore "
                        + file)
                    .split(" ", -1))
            .inheritIO()
            .start()
            .waitFor();
    if (made != 0) {
      throw new IllegalStateException("keytool ended with (%d).".formatted(made));
    }
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, "testonly".toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "testonly".toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
