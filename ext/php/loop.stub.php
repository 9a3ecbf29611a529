<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of this namespace; ./dev stubs makes the
 * header of the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace React\EventLoop {

    /**
     * A timer of a loop. Mirrors React\EventLoop\TimerInterface.
     */
    interface TimerInterface
    {
        /** @return float seconds */
        public function getInterval();

        /** @return callable */
        public function getCallback();

        /** @return bool */
        public function isPeriodic();
    }

    /**
     * Mirrors React\EventLoop\LoopInterface.
     */
    interface LoopInterface
    {
        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public function addReadStream($stream, $listener);

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public function addWriteStream($stream, $listener);

        /**
         * @param resource $stream
         * @return void
         */
        public function removeReadStream($stream);

        /**
         * @param resource $stream
         * @return void
         */
        public function removeWriteStream($stream);

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public function addTimer($interval, $callback);

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public function addPeriodicTimer($interval, $callback);

        /** @return void */
        public function cancelTimer(TimerInterface $timer);

        /**
         * @param callable $listener
         * @return void
         */
        public function futureTick($listener);

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public function addSignal($signal, $listener);

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public function removeSignal($signal, $listener);

        /** @return void */
        public function run();

        /** @return void */
        public function stop();
    }
}

namespace WsChat {

    /**
     * The loop behind $server->loop: one a process, on libevent. Timers and ticks follow React's order.
     *
     * @not-serializable
     * @strict-properties
     */
    final class Loop implements \React\EventLoop\LoopInterface
    {
        private function __construct() {}

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         * @throws \BadMethodCallException always: this loop does not watch streams at present
         */
        public function addReadStream($stream, $listener) {}

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         * @throws \BadMethodCallException always: this loop does not watch streams at present
         */
        public function addWriteStream($stream, $listener) {}

        /**
         * Does nothing, as in React for a stream that is not watched.
         *
         * @param resource $stream
         * @return void
         */
        public function removeReadStream($stream) {}

        /**
         * Does nothing, as in React for a stream that is not watched.
         *
         * @param resource $stream
         * @return void
         */
        public function removeWriteStream($stream) {}

        /**
         * Calls $callback once, with the timer as its argument. What it throws comes out of run().
         *
         * @param int|float $interval seconds; less than 0.000001 counts as that
         * @param callable $callback
         * @return Timer
         */
        public function addTimer($interval, $callback) {}

        /**
         * Calls $callback again and again, with the timer as its argument. What it throws comes out of run().
         *
         * @param int|float $interval seconds; less than 0.000001 counts as that
         * @param callable $callback
         * @return Timer
         */
        public function addPeriodicTimer($interval, $callback) {}

        /**
         * A timer that is not of this loop or has been called already is ignored.
         *
         * @return void
         */
        public function cancelTimer(\React\EventLoop\TimerInterface $timer) {}

        /**
         * Calls $listener in the next turn, in the order of the calls. What it throws comes out of run().
         *
         * @param callable $listener
         * @return void
         */
        public function futureTick($listener) {}

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         * @throws \BadMethodCallException always: this loop does not watch signals at present; use pcntl_signal()
         */
        public function addSignal($signal, $listener) {}

        /**
         * Does nothing, as in React for a signal that is not watched.
         *
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public function removeSignal($signal, $listener) {}

        /**
         * Runs until stop() or until no timer, tick, connection or open listening socket is left.
         * May be called again from inside a callback.
         *
         * @return void
         */
        public function run() {}

        /**
         * Ends run() when the present turn has ended.
         *
         * @return void
         */
        public function stop() {}
    }

    /**
     * @not-serializable
     * @strict-properties
     */
    final class Timer implements \React\EventLoop\TimerInterface
    {
        private function __construct() {}

        /** @return float seconds */
        public function getInterval() {}

        /** @return callable */
        public function getCallback() {}

        /** @return bool */
        public function isPeriodic() {}
    }
}
