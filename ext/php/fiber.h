/* SPDX-License-Identifier: MIT
 *
 * Work in Fibers of a pool, so that user code in it may suspend.
 */
#ifndef WSCHAT_FIBER_H
#define WSCHAT_FIBER_H

#include "php_wschat.h"

/* One piece of work, the first member of a struct of whoever wants it done. */
struct wschat_job {
	void (*work)(struct wschat_job *job);  /* runs user code, which may suspend             */
	void (*waits)(struct wschat_job *job); /* once, if user code has suspended for the first time */
	void (*ended)(struct wschat_job *job); /* once, when work has returned; frees the job   */
	bool done;
	bool waited; /* it has been suspended: wschat_fiber_run() has returned before it was done */
};

/*
 * Runs the job in a Fiber. Below the guard. true: it is done, and `ended` has been
 * called. false: user code has suspended, and whoever resumes the Fiber goes on with
 * the job; one that nobody holds any more is ended at once, as PHP does it, and
 * the log says so.
 */
bool wschat_fiber_run(struct wschat_job *job);

/* End of the request. */
void wschat_fiber_shutdown(bool release);

#endif
