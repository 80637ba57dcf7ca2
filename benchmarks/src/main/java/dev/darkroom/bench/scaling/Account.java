package dev.darkroom.bench.scaling;

import java.util.ArrayList;
import java.util.List;

/** The concurrency that all functions of an account share, and what they cost. */
final class Account {
  private final List<SimulatedFunction> functions = new ArrayList<>();
  private int busy;
  private double usd;

  void add(SimulatedFunction function) {
    functions.add(function);
  }

  boolean isFull() {
    return busy == Lambda.ACCOUNT_CONCURRENCY;
  }

  void begin() {
    functions.forEach(SimulatedFunction::look);
    busy++;
  }

  /** Frees an environment; whoever waits for one may start. */
  void end() {
    functions.forEach(SimulatedFunction::look);
    busy--;
    functions.forEach(SimulatedFunction::startWaiting);
  }

  void pay(double amount) {
    usd += amount;
  }

  double usd() {
    return usd;
  }
}
