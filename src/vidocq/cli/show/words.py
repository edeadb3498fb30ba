"""The vocabularies in words that a person says. The order of the predicates is that of the page."""

from __future__ import annotations

from vidocq.model import Claim, Confidence, Count, Likelihood, Polarity, Predicate, Reference

PREDICATES = {
    Predicate.ATTRIBUTED_TO: "attributed to",
    Predicate.SPONSORED_BY: "sponsored by",
    Predicate.LOCATED_IN: "located in",
    Predicate.SAME_AS: "also known as",
    Predicate.TARGETS: "targets",
    Predicate.EXPLOITS: "exploits",
    Predicate.USES: "uses",
    Predicate.AFFECTS: "affects",
    Predicate.CONDEMNS: "condemns",
    Predicate.INDICTS: "charges",
    Predicate.SANCTIONS: "sanctions",
    Predicate.ARRESTS: "arrests",
    Predicate.DISRUPTS: "disrupts",
    Predicate.RESPONDS: "responds to",
}

CONFIDENCES = {
    Confidence.LOW: "with low confidence",
    Confidence.MODERATE: "with moderate confidence",
    Confidence.HIGH: "with high confidence",
}

LIKELIHOODS = {
    Likelihood.ALMOST_NO_CHANCE: "almost no chance",
    Likelihood.VERY_UNLIKELY: "very unlikely",
    Likelihood.UNLIKELY: "unlikely",
    Likelihood.ROUGHLY_EVEN: "possibly (roughly an even chance)",
    Likelihood.LIKELY: "likely",
    Likelihood.VERY_LIKELY: "very likely",
    Likelihood.ALMOST_CERTAIN: "almost certainly",
}


def claimant_words(claim: Claim) -> str:
    """Who says so, or who says that it is not so: "say so: the EU, NATO (Jens Stoltenberg)"."""
    verb = "say" if len(claim.claimants) > 1 else "says"
    says = f"{verb} it is not so" if claim.polarity is Polarity.DENIED else f"{verb} so"
    names = ", ".join(_name(c) for c in claim.claimants) or "the report (it names nobody)"
    via = ", ".join(_name(v) for v in claim.via)
    return f"{says}: {names}" + (f", according to {via}" if via else "")


def circumstances(claim: Claim) -> list[str]:
    """Certainty, times and number, each in a few words, those that the claim has."""
    words = ["denied"] if claim.polarity is Polarity.DENIED else []
    if claim.confidence:
        words.append(CONFIDENCES[claim.confidence])
    if claim.likelihood:
        words.append(LIKELIHOODS[claim.likelihood])
    if claim.event_time:
        words.append(f"happened {time_words(claim.event_time)}")
    if claim.said_on:
        words.append(f"said {time_words(claim.said_on)}")
    if claim.count:
        words.append(count_words(claim.count))
    return words


def time_words(value: str) -> str:
    """An ISO 8601 time of any precision, or an interval of two: "2010 to 2024"."""
    return value.replace("/", " to ")


def count_words(count: Count) -> str:
    """A number with its unit: "about 30,000 organisations"."""
    return f"{'about ' if count.approximate else ''}{count.value:,} {count.unit}"


def number_of(number: int, thing: str) -> str:
    """A number of things: "1 claim", "2 claims"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _name(reference: Reference) -> str:
    return f"{reference.text} ({reference.speaker})" if reference.speaker else reference.text
