package dev.darkroom.image.step;

import dev.darkroom.image.rendition.Plan;

/** A picture within all limits, and what to make of it. */
public record Planned(Identified picture, Plan plan) {}
