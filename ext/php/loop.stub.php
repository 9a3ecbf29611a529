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

namespace WsChat {

    /**
     * The loop behind $server->loop and React\EventLoop\Loop::get(): one a process, on libevent. In a turn come ticks,
     * timers, signals, connections, streams that can be read, streams that can be written. What a callback throws
     * comes out of run(). Mirrors React\EventLoop\StreamSelectLoop, React\EventLoop\ExtEventLoop,
     * React\EventLoop\ExtEvLoop, React\EventLoop\ExtLibevLoop, React\EventLoop\ExtLibeventLoop and
     * React\EventLoop\ExtUvLoop.
     *
     * @not-serializable
     * @strict-properties
     */
    final class Loop implements \React\EventLoop\LoopInterface
    {
        /**
         * Another object for the one loop.
         *
         * @throws \RuntimeException if there is no descriptor or memory for it
         */
        public function __construct() {}

        /**
         * Calls $listener with the stream in each turn in which it can be read or has come to its end; bytes in PHP's own
         * buffer count. The first listener of a stream stays, another one is ignored. A stream may be closed without
         * being removed: it is forgotten then.
         *
         * @param resource $stream a regular file can always be read
         * @param callable $listener
         * @return void
         * @throws \TypeError if $stream is no open stream
         * @throws \ValueError if there is no descriptor behind it, as with php://memory, or a filter before it
         * @throws \RuntimeException if the system can't watch it
         */
        public function addReadStream($stream, $listener) {}

        /**
         * The same for a stream that can be written.
         *
         * @param resource $stream
         * @param callable $listener
         * @return void
         * @throws \TypeError as addReadStream()
         * @throws \ValueError
         * @throws \RuntimeException
         */
        public function addWriteStream($stream, $listener) {}

        /**
         * The stream may be closed already. One that is not watched is ignored.
         *
         * @param resource $stream
         * @return void
         */
        public function removeReadStream($stream) {}

        /**
         * The stream may be closed already. One that is not watched is ignored.
         *
         * @param resource $stream
         * @return void
         */
        public function removeWriteStream($stream) {}

        /**
         * Calls $callback once, with the timer as its argument. What it throws comes out of run().
         *
         * @param int|float $interval seconds; less than 0.000001 counts as that, INF is never
         * @param callable $callback
         * @return Timer
         */
        public function addTimer($interval, $callback) {}

        /**
         * Calls $callback again and again, with the timer as its argument. What it throws comes out of run().
         *
         * @param int|float $interval seconds; less than 0.000001 counts as that, INF is never
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
         * Calls $listener with the number, in the loop, each time the signal comes, in place of what it did before and
         * before a handler of pcntl_signal() that was set earlier. Several listeners are called in the order in which
         * they were added; the same one twice counts once. Needs no ext/pcntl. While there are listeners, run() goes on.
         *
         * @param int $signal such as SIGTERM, 15
         * @param callable $listener
         * @return void
         * @throws \ValueError if there is no such signal, or it can't be caught
         * @throws \RuntimeException if the loop of another thread listens to it
         */
        public function addSignal($signal, $listener) {}

        /**
         * Takes $listener away; with the last one the signal does again what it did before. An unknown one is ignored.
         *
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public function removeSignal($signal, $listener) {}

        /**
         * Runs until stop() or until no timer, tick, stream, signal listener, connection or open listening socket is left.
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

        /**
         * What React\EventLoop\Loop::get() registers as a shutdown function.
         *
         * @internal
         */
        private static function runAtEnd(): void {}
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
