package psyscall.proofs.contract;

import java.util.List;
import psyscall.proofs.stub.Claims.Claim;

/// A part of a contract, with a claim for each path or place that it is about.
///
/// @param name one word
/// @param text what it claims, in one clause
/// @param claims any number
record Part(String name, String text, List<Claim> claims) {
  Part {
    claims = List.copyOf(claims);
  }
}
