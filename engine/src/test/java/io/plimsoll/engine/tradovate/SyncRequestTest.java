package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.engine.tradovate.Following.By;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRequestTest {
  private static final List<EntityType> TYPES = List.of(EntityType.POSITION, EntityType.ACCOUNT);

  private static String body(Following following, int shard) {
    return new SyncRequest(TYPES, following, shard).body();
  }

  private static Following only(Set<Long> users, Set<Long> accounts) {
    return new Following(users, accounts, By.ACCOUNT, 1, null, false);
  }

  @Test
  void everythingOverOneSocketSaysTypesAndSplittingAndNoMore() {
    assertThat(body(Following.ALL, 0))
        .isEqualTo("{\"splitResponses\":true,\"entityTypes\":[\"account\",\"position\"]}");
  }

  @Test
  void aShardAsksForItsAccountsOnly() {
    assertThat(body(Following.spread(4), 1))
        .endsWith(
            "\"shardingExpression\":{\"expressionType\":\"modAccountId\",\"divisor\":4,\"remainder\":1}}");
  }

  @Test
  void aShardMayGoByUser() {
    var following = new Following(Set.of(), Set.of(), By.USER, 2, null, false);
    assertThat(body(following, 0)).contains("modUserId");
  }

  @Test
  void namedUsersGoWithoutTypes() {
    assertThat(body(only(Set.of(14512L, 3L), Set.of()), 0))
        .isEqualTo("{\"splitResponses\":true,\"users\":[3,14512]}");
  }

  @Test
  void namedAccountsGoWithTypes() {
    assertThat(body(only(Set.of(), Set.of(1002L, 1001L)), 0))
        .contains("\"entityTypes\"", "\"accounts\":[1001,1002]");
  }

  @Test
  void cutoffAndFullOrganizationAreSentWhenSet() {
    var following =
        new Following(
            Set.of(), Set.of(), By.ACCOUNT, 1, Instant.parse("2026-01-05T00:00:00Z"), true);
    assertThat(body(following, 0))
        .contains("\"cutoffTimestamp\":\"2026-01-05T00:00:00Z\"", "\"fullOrgSnapshot\":true");
  }

  @Test
  void theTicketOfAPenaltyGoesWithTheSameBody() {
    var request = new SyncRequest(TYPES, Following.ALL, 0);
    assertThat(request.body("T1"))
        .isEqualTo(request.body().replace("]}", "],\"p-ticket\":\"T1\"}"));
  }

  @Test
  void shardsTogetherWithUsersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Following(Set.of(1L), Set.of(), By.ACCOUNT, 2, null, false))
        .withMessageContaining("cannot be used together with users or accounts");
  }

  @Test
  void shardsTogetherWithAccountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Following(Set.of(), Set.of(1L), By.ACCOUNT, 2, null, false))
        .withMessageContaining("Use shards: 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 49})
  void anImpossibleNumberOfShardsIsRefused(int shards) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Following.spread(shards))
        .withMessageStartingWith("broker.follow.shards (%d)".formatted(shards));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void aShardThatDoesNotExistIsRefused(int shard) {
    assertThatIllegalArgumentException().isThrownBy(() -> body(Following.spread(2), shard));
  }

  @Test
  void byAccountAShardHoldsItsRemainder() {
    assertThat(Following.spread(3).mayHold(2, 7001 * 3L + 2)).isTrue();
    assertThat(Following.spread(3).mayHold(2, 7001 * 3L + 1)).isFalse();
  }

  @Test
  void byUserNobodyKnowsBeforehand() {
    var following = new Following(Set.of(), Set.of(), By.USER, 3, null, false);
    assertThat(following.mayHold(0, 1)).isTrue();
    assertThat(following.isKnownBeforehand()).isFalse();
    assertThat(Following.spread(3).isKnownBeforehand()).isTrue();
    assertThat(new Following(Set.of(), Set.of(), By.USER, 1, null, false).isKnownBeforehand())
        .isTrue();
  }
}
