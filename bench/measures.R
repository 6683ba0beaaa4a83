# Every pair of states in every session, in R: matrices of indicators and their products.
# Prints the milliseconds of the processor, run by run.
# Rscript bench/measures.R FOLDER RUNS; votes.bin (one byte a vote, states within roll calls) and shape.txt are in it.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
runs <- as.integer(arguments[2])
shape <- scan(file.path(folder, "shape.txt"), quiet = TRUE)
states <- shape[1]
sessions <- shape[-1]
votes <- matrix(
  readBin(file.path(folder, "votes.bin"), "integer", n = states * length(sessions), size = 1),
  nrow = length(sessions), byrow = TRUE
)

pairs <- function() {
  lapply(unique(sessions), function(session) {
    v <- votes[sessions == session, , drop = FALSE]
    v <- v[, colSums(v > 0) > 0, drop = FALSE]
    yes <- (v == 1) + 0
    abstain <- (v == 2) + 0
    no <- (v == 3) + 0
    both <- crossprod((v > 0) + 0)
    same <- crossprod(yes) + crossprod(abstain) + crossprod(no)
    across <- crossprod(yes, no)
    opposite <- across + t(across)
    upper <- upper.tri(both)
    n <- both[upper]
    list(n = n, same = same[upper], opposite = opposite[upper], agreement = same[upper] / n,
         s = 1 - (n - same[upper] + opposite[upper]) / n)
  })
}

times <- numeric(0)
for (run in 0:runs) {
  start <- sum(proc.time()[c("user.self", "sys.self")])
  found <- pairs()
  if (run > 0) times <- c(times, sum(proc.time()[c("user.self", "sys.self")]) - start)
}
counts <- unlist(lapply(found, function(one) c(one$n, one$same, one$opposite)))
writeBin(as.integer(counts), file.path(folder, "counts.bin"))
cat(1000 * times, "\n")
