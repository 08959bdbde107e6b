"""The programs of `report.rs` by scipy's HiGHS, on the file that `report.rs` wrote.

	cargo bench -p salus-solver --bench report -- /tmp/hospitals.csv
	python3 analysis/solver/benches/against_scipy.py /tmp/hospitals.csv

Per unit three scores (constant, variable, non-increasing returns) and, under variable returns, the
largest sum of slacks, each divided by its column's mean. Without certificates, for scipy has none.
Columns are divided by their means first, and all that units share is built once.
"""

import sys
import time

import numpy as np
from scipy.optimize import linprog


def report(x, y, orientation):
	n, m, s = len(x), x.shape[1], y.shape[1]
	# Rows: inputs, outputs. Columns: weights, score.
	shared = np.hstack([np.vstack([x.T, -y.T]), np.zeros((m + s, 1))])
	total = np.append(np.ones(n), 0.0)[None, :]
	with_slacks = np.hstack([np.vstack([x.T, y.T]), np.diag(np.r_[np.ones(m), -np.ones(s)])])
	with_slacks = np.vstack([with_slacks, np.r_[np.ones(n), np.zeros(m + s)]])
	slack_sum = np.r_[np.zeros(n), -np.ones(m + s)]
	input_oriented = orientation == "input"
	cost = np.append(np.zeros(n), 1.0 if input_oriented else -1.0)
	scores = np.empty((n, 3))
	for unit in range(n):
		rows = shared.copy()
		if input_oriented:
			rows[:m, -1] = -x[unit]
			right = np.r_[np.zeros(m), -y[unit]]
		else:
			rows[m:, -1] = y[unit]
			right = np.r_[x[unit], np.zeros(s)]
		constant = linprog(cost, A_ub=rows, b_ub=right, method="highs")
		variable = linprog(cost, A_ub=rows, b_ub=right, A_eq=total, b_eq=[1.0], method="highs")
		falling = linprog(
			cost,
			A_ub=np.vstack([rows, total]),
			b_ub=np.append(right, 1.0),
			method="highs",
		)
		best = variable.x[-1]
		# A little room, or rounding makes the second stage infeasible.
		target = (
			np.r_[x[unit] * best * (1 + 1e-9), y[unit], 1.0]
			if input_oriented
			else np.r_[x[unit], y[unit] * best * (1 - 1e-9), 1.0]
		)
		slacks = linprog(slack_sum, A_eq=with_slacks, b_eq=target, method="highs")
		assert slacks.status == 0, slacks.message
		found = [constant.x[-1], variable.x[-1], falling.x[-1]]
		scores[unit] = found if input_oriented else 1 / np.array(found)
	return scores


def main():
	data = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)[:, 1:]
	data /= data.mean(axis=0)
	for orientation in ["input", "output"]:
		begin = time.perf_counter()
		scores = report(data[:, :2], data[:, 2:], orientation)
		elapsed = time.perf_counter() - begin
		print(f"{orientation}: mean vrste {scores[:, 1].mean():.9f}; {elapsed:.2f} s")


main()
