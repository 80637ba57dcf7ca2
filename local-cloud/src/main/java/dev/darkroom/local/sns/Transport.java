package dev.darkroom.local.sns;

import java.io.IOException;

/** Makes deliveries to the subscriptions of a protocol. */
interface Transport {

  /**
   * Attempts a delivery once.
   *
   * @throws IOException if another attempt may succeed; an unchecked exception means the same
   */
  Receipt deliver(Delivery delivery, Subscription to) throws IOException, InterruptedException;
}
