# Ideal points of one session in R, by the packages that researchers use, one thread:
# Rscript bench/ideal-points.R FOLDER DRAWS; votes.csv (states by roll calls: 1 yes, 2 abstention, 3 no, 0 none) is in it.
# Prints a line for each package that is installed: its name, seconds of the processor; writes the points beside.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
draws <- as.integer(arguments[2])
votes <- as.matrix(read.csv(file.path(folder, "votes.csv"), row.names = 1, check.names = FALSE))
votes[votes == 0] <- NA

timed <- function(name, sample) {
  used <- system.time(points <- sample())
  write.csv(data.frame(state = rownames(votes), point = points), file.path(folder, paste0(name, ".csv")), row.names = FALSE)
  cat(name, used[["user.self"]] + used[["sys.self"]], "\n")
}

if (requireNamespace("MCMCpack", quietly = TRUE)) {
  # three ordered categories, as ours; categories that nobody chose are closed up
  ordered <- apply(votes, 2, function(x) as.integer(factor(x)))
  rownames(ordered) <- rownames(votes)
  timed("MCMCpack", function() {
    draws <- suppressWarnings(MCMCpack::MCMCordfactanal(
      ordered, factors = 1, burnin = draws %/% 10, mcmc = draws, thin = 10, L0 = 1, store.lambda = FALSE,
      store.scores = TRUE, seed = 1
    ))
    means <- colMeans(draws)
    means[grep("^phi.*\\.2$|^phi_.*_2$", names(means))]
  })
}
if (requireNamespace("pscl", quietly = TRUE)) {
  # yes against the rest: the model has no abstention
  timed("pscl", function() {
    calls <- pscl::rollcall(ifelse(votes == 1, 1, 0), legis.names = rownames(votes))
    fit <- pscl::ideal(calls, d = 1, maxiter = draws + draws %/% 10, burnin = draws %/% 10, thin = 10, verbose = FALSE)
    fit$xbar[, 1]
  })
}
