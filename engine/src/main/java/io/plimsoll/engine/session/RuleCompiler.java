package io.plimsoll.engine.session;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;

/** Drools' own compilers, called on text that was read elsewhere. */
final class RuleCompiler {
  private static final AtomicLong BUILDS = new AtomicLong();

  /** What the compiler made of the files. */
  sealed interface Compiled {
    record Ready(KieContainer container) implements Compiled {}

    record Broken(List<Complaint> complaints) implements Compiled {}
  }

  /**
   * One error.
   *
   * @param line of the DRL file; 0 when the compiler does not say
   * @param inConsequence whether it is about what stands after {@code then}
   */
  record Complaint(int line, String text, boolean inConsequence) {}

  private RuleCompiler() {}

  /** Compiles for use: to the executable model. */
  static Compiled compile(List<RuleFile> files) {
    return build(files, ExecutableModelProject.class);
  }

  /**
   * What the classic compiler says of the same text: it knows lines, and its base is thrown away.
   */
  static List<Complaint> explain(RuleFile file) {
    return switch (build(List.of(file), DrlProject.class)) {
      case Compiled.Ready(var container) -> {
        container.dispose();
        yield List.of();
      }
      case Compiled.Broken(var complaints) -> complaints;
    };
  }

  private static Compiled build(List<RuleFile> files, Class<? extends KieBuilder.ProjectType> how) {
    var kie = KieServices.get();
    var loader = RuleCompiler.class.getClassLoader();
    var id = kie.newReleaseId("io.plimsoll", "rules", "build-" + BUILDS.incrementAndGet());
    var sources = kie.newKieFileSystem().generateAndWritePomXML(id);
    for (int i = 0; i < files.size(); i++) {
      sources.write(files.get(i).resourcePath(i), files.get(i).text());
    }
    try {
      var results = kie.newKieBuilder(sources, loader).buildAll(how).getResults();
      var errors = results.getMessages(Message.Level.ERROR);
      return errors.isEmpty()
          ? new Compiled.Ready(kie.newKieContainer(id, loader))
          : new Compiled.Broken(errors.stream().map(RuleCompiler::complaint).toList());
    } catch (RuntimeException e) {
      // Some mistakes crash the compiler instead of being reported.
      return new Compiled.Broken(List.of(new Complaint(0, "the compiler failed: " + e, false)));
    } finally {
      kie.getRepository().removeKieModule(id);
    }
  }

  private static Complaint complaint(Message message) {
    var path = String.valueOf(message.getPath());
    int line = path.endsWith(".drl") ? Math.max(0, message.getLine()) : 0;
    var firstLine = message.getText().lines().findFirst().orElse("");
    return new Complaint(line, firstLine.strip(), path.contains("LambdaConsequence"));
  }
}
