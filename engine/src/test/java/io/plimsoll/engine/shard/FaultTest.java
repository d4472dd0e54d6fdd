package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Stage;
import io.plimsoll.simulator.rest.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  @TempDir Path folder;

  @Test
  void successWithoutEffectRaisesAnAlertOfItsOwnAndIsSentAgainAfterReadingBack() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Ignore(), 1);
      rig.fall();

      await("unverified is told", () -> rig.wasTold("account-action.unverified"));
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions()).hasSize(3);
    }
  }

  @Test
  void anErrorTextWithStatus200IsNoSuccessAndIsNotSentAgain() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.ErrorText("Admin Action Reason should be specified"), 1);
      rig.fall();

      await("the dead action is told", () -> rig.wasTold("account-action.dead"));
      assertThat(rig.asked.adminActions()).containsExactly("LiquidateImmediately");
      assertThat(rig.broker.control().account(TRAILED).netPos()).isNotEmpty();
    }
  }

  @Test
  void aPenaltyIsWaitedForAndTheTicketSentAlong() {
    try (var rig = new Rig(folder, Stage.ACT, Duration.ofSeconds(5)).following()) {
      rig.faultOnAdmin(new Fault.Penalty(Duration.ofSeconds(1), false), 1);
      rig.fall();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(
              rig.broker
                  .control()
                  .requests("accountRiskStatus/setadminautoliqaction")
                  .get(1)
                  .body()
                  .has("p-ticket"))
          .isTrue();
    }
  }

  @Test
  void aTokenThatIsNotTakenIsRenewedAndTheActionStillGoes() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Status(401), 1);
      rig.fall();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.broker.control().requests("auth/renewaccesstoken")).hasSize(1);
    }
  }

  @Test
  void aServerErrorIsInDoubtAndReadBackBeforeItIsSentAgain() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Status(500), 1);
      rig.fall();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions())
          .containsExactly(
              "LiquidateImmediately", "LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void anActionThatWaitsDoesNotHoldBackAStricterOne() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.FailureReason("SessionClosed", "closed"), 1);
      rig.movePrice("-15.5");
      await("the first is refused for now", () -> rig.asked.adminActions().size() == 1);
      rig.movePrice("-10");

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions())
          .containsExactly(
              "LiquidateOnlyModeImmediately", "LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void threeAttemptsWithoutEffectArePaged() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Ignore(), 10);
      rig.fall();

      await("the dead action is told", () -> rig.wasTold("account-action.dead"));
      assertThat(rig.asked.adminActions()).hasSize(3);
    }
  }

  @Test
  void tooManyRequestsAreToldAsUnverifiedAndNothingIsSentMeanwhile() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Status(429), 1);
      rig.fall();

      await("unverified is told", () -> rig.wasTold("account-action.unverified"));
      assertThat(rig.asked.adminActions()).containsExactly("LiquidateImmediately");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a[",
        "x what is this",
        "a[]",
        "a[{\"e\":\"horoscope\",\"d\":{}}]",
        "a[{\"e\":\"props\",\"d\":{\"entityType\":\"cashBalance\",\"eventType\":\"Updated\",\"entity\":{\"id\":1}}}]",
        "a[{\"e\":\"props\",\"d\":{\"entityType\":\"position\",\"eventType\":\"Updated\",\"entity\":null}}]",
        "a[{\"e\":\"props\",\"d\":{\"entityType\":\"dragon\",\"eventType\":\"Created\",\"entity\":{\"id\":1}}}]",
        "a[{\"e\":\"md\",\"d\":{\"quotes\":[{\"contractId\":\"many\"}]}}]"
      })
  void badInputIsIgnoredAndTheRestGoesOn(String frame) {
    try (var rig = new Rig(folder).following()) {
      rig.broker.control().sendFrame(frame);
      rig.fall();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
    }
  }

  @Test
  void lostPricesLeaveEverythingAsItWas() {
    try (var rig = new Rig(folder).following()) {
      rig.warn();
      int before = rig.told.size();
      rig.broker.control().dropSockets();
      rig.awaitSnapshots(2);

      assertThat(rig.told).hasSize(before);
      assertThat(rig.asked.adminActions()).isEmpty();
    }
  }

  @Test
  void aRuleThatThrowsIsTakenOutAndToldAndTheShippedRulesGoOn() {
    try (var rig = new Rig(folder).start(RigRules.withThrowingRule(folder.resolve("rules")))) {
      rig.awaitFollowed();
      await("people are told", () -> rig.wasTold("engine.rule-quarantined"));
      rig.fall();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
    }
  }
}
