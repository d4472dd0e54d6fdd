package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The yearly review of what the broker knows of a user. */
public record AnnualReview(
    long id,
    long userId,
    @Nullable String firstEmail,
    @Nullable String secondEmail,
    @Nullable String jointFirstEmail,
    @Nullable String jointSecondEmail,
    @Nullable Instant firstEmailSent,
    @Nullable Instant secondEmailSent,
    @Nullable Instant finished,
    @Nullable Instant jointFinished,
    @Nullable Boolean riskDisclosureNeeded,
    @Nullable CheckResult identityCheckResult,
    @Nullable CheckResult jointIdentityCheckResult,
    @Nullable Boolean archived,
    @Nullable Long contactInfoId,
    @Nullable Status status)
    implements OfUser {

  /** What a check of identity came to. */
  public enum CheckResult {
    Fail,
    Pass,
    ReviewNeeded,
    UNKNOWN
  }

  /** How far the review has come. */
  public enum Status {
    Closed,
    Open,
    Processed,
    UNKNOWN
  }

  static AnnualReview read(Fields fields) {
    return new AnnualReview(
        fields.requiredId("id"),
        fields.requiredId("userId"),
        fields.text("firstEmail"),
        fields.text("secondEmail"),
        fields.text("jointFirstEmail"),
        fields.text("jointSecondEmail"),
        fields.time("firstEmailSent"),
        fields.time("secondEmailSent"),
        fields.time("finished"),
        fields.time("jointFinished"),
        fields.flag("riskDisclosureNeeded"),
        fields.word("identityCheckResult", CheckResult.class, CheckResult.UNKNOWN),
        fields.word("jointIdentityCheckResult", CheckResult.class, CheckResult.UNKNOWN),
        fields.flag("archived"),
        fields.id("contactInfoId"),
        fields.word("status", Status.class, Status.UNKNOWN));
  }
}
