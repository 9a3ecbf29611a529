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

    /**
     * The loop that everybody shares, by static methods. Mirrors React\EventLoop\Loop: each method but get(), set() and
     * stop() does what the method of LoopInterface of its name does, on the loop of get().
     */
    final class Loop
    {
        /** @var LoopInterface|null */
        private static $instance = null;

        /** @var bool */
        private static $stopped = false;

        /**
         * The loop: that of set(), IoServer::factory() or Factory::create(), if there was one, else the native loop.
         * If it is made here, it runs at the end of the script if it was neither run nor stopped until then, though not
         * after a fatal error or an uncaught exception.
         *
         * @return LoopInterface
         */
        public static function get() {}

        /**
         * From now on this loop is the one of get(), which may be of any class.
         *
         * @return void
         */
        public static function set(LoopInterface $loop) {}

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public static function addReadStream($stream, $listener) {}

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public static function addWriteStream($stream, $listener) {}

        /**
         * @param resource $stream
         * @return void
         */
        public static function removeReadStream($stream) {}

        /**
         * @param resource $stream
         * @return void
         */
        public static function removeWriteStream($stream) {}

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public static function addTimer($interval, $callback) {}

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public static function addPeriodicTimer($interval, $callback) {}

        /** @return void */
        public static function cancelTimer(TimerInterface $timer) {}

        /**
         * @param callable $listener
         * @return void
         */
        public static function futureTick($listener) {}

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public static function addSignal($signal, $listener) {}

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public static function removeSignal($signal, $listener) {}

        /** @return void */
        public static function run() {}

        /**
         * Ends run(), and keeps the loop from being run at the end of the script.
         *
         * @return void
         */
        public static function stop() {}
    }

    /**
     * Mirrors React\EventLoop\Factory, which React has deprecated in favour of Loop::get().
     */
    final class Factory
    {
        /**
         * The native loop, of which there is one; it is also that of Loop::get() from now on.
         *
         * @return LoopInterface
         */
        public static function create() {}
    }
}
