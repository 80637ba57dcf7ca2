package dev.darkroom.local.sns;

import java.io.IOException;

/** Brings deliveries to the subscriptions of some protocol. */
interface Transport {

  /**
   * Tries once.
   *
   * @throws IOException when another try may succeed; so may any unchecked exception
   */
  Receipt deliver(Delivery delivery, Subscription to) throws IOException, InterruptedException;
}
