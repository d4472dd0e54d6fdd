package io.plimsoll.engine.tradovate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a host alone that fails: after most of the last reads got no answer, none is sent for half
 * a minute, and then two as a probe. For reads only; an account action always goes out. Safe for
 * use by many threads.
 */
final class ReadBreaker {
  private static final Logger LOG = LoggerFactory.getLogger(ReadBreaker.class);
  private static final Duration OPEN = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
  private static final int LAST_READS = 10;
  private static final int LEAST_READS = 5;
  private static final int PROBES = 2;

  private final String host;
  private final CircuitBreaker breaker;

  ReadBreaker(String host, InstantSource clock) {
    this.host = host;
    var config =
        CircuitBreakerConfig.custom()
            .slidingWindow(LAST_READS, LEAST_READS, SlidingWindowType.COUNT_BASED)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(PROBES)
            .recordResult(ReadBreaker::isFailure)
            .clock(new SteadyClock(clock).withZone(ZoneOffset.UTC))
            .build();
    this.breaker = CircuitBreaker.of(host, config);
    breaker
        .getEventPublisher()
        .onStateTransition(event ->
            LOG.atWarn()
                .setMessage("breaker for reads")
                .addKeyValue("host", host)
                .addKeyValue("state", event.getStateTransition().getToState())
                .log());
  }

  /** Limits and refusals are answers: the host works. */
  private static boolean isFailure(Object answer) {
    return answer instanceof Answer.Unreachable || answer instanceof Answer.Unclear;
  }

  /**
   * Empty: a read may be sent, and its answer must be told, also that it was not sent after all.
   */
  Optional<Answer.NotSent> ask() {
    return breaker.tryAcquirePermission()
        ? Optional.empty()
        : Optional.of(new Answer.NotSent(host + " fails, so reads wait", LOOK_AGAIN));
  }

  void heard(Answer answer) {
    if (answer instanceof Answer.NotSent) {
      breaker.releasePermission();
    } else {
      breaker.onResult(0, TimeUnit.NANOSECONDS, answer);
    }
  }
}
