<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of this namespace; ./dev stubs makes the
 * header of the same name from it.
 *
 * @generate-function-entries
 * @generate-legacy-arginfo 80100
 */

namespace WsChat {

    /**
     * Waits while the server goes on. For callbacks of servers with the option "await", and for any other Fiber.
     *
     * @param float $seconds 0 or more; 0 waits for the next turn of the loop
     * @throws \ValueError if $seconds is negative or no number
     * @throws \FiberError outside of a Fiber
     */
    function delay(float $seconds): void {}

    /**
     * Waits for a promise while the server goes on, as React\Async\await() does.
     *
     * @param object $promise one with then(callable $onFulfilled, callable $onRejected), as React's
     * @return mixed what it was fulfilled with
     * @throws \Throwable what it was rejected with; an \UnexpectedValueException if that is no exception
     * @throws \TypeError if $promise has no then()
     * @throws \FiberError outside of a Fiber
     */
    function await(object $promise): mixed {}
}
