"""Measures Ombelle against bare baselines, both sides in one run. Started by `./ombelle bench`; see README.md."""
