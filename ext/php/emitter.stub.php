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

namespace Evenement {

    /**
     * Mirrors Evenement\EventEmitterInterface.
     */
    interface EventEmitterInterface
    {
        /**
         * @param string|int $event
         * @return static
         */
        public function on($event, callable $listener);

        /**
         * @param string|int $event
         * @return static
         */
        public function once($event, callable $listener);

        /**
         * @param string|int $event
         * @return void
         */
        public function removeListener($event, callable $listener);

        /**
         * @param string|int|null $event
         * @return void
         */
        public function removeAllListeners($event = null);

        /**
         * $event is optional in Evenement 3, and a must in Evenement 2, whose classes have to fit as well.
         *
         * @param string|int|null $event
         * @return callable[]
         */
        public function listeners($event);

        /**
         * @param string|int $event
         * @return void
         */
        public function emit($event, array $arguments = []);
    }
}

namespace WsChat\Evenement {

    /**
     * Calls listeners by the name of an event. Mirrors Evenement\EventEmitter of Evenement 3.
     */
    class EventEmitter implements \Evenement\EventEmitterInterface
    {
        /** @var array event => list of callables, in the order in which they came */
        protected $listeners = [];

        /** @var array the same for once() */
        protected $onceListeners = [];

        /**
         * Calls $listener at every such event from now on.
         *
         * @param string|int $event
         * @param callable $listener
         * @return static
         * @throws \InvalidArgumentException if $event is null
         * @throws \TypeError if $listener can't be called
         */
        public function on($event, callable $listener) {}

        /**
         * Calls $listener at the next such event only, after those of on().
         *
         * @param string|int $event
         * @param callable $listener
         * @return static
         * @throws \InvalidArgumentException if $event is null
         * @throws \TypeError if $listener can't be called
         */
        public function once($event, callable $listener) {}

        /**
         * Forgets a listener, the first of those that are identical, also one that is not there.
         *
         * @param string|int $event
         * @param callable $listener
         * @return void
         * @throws \InvalidArgumentException if $event is null
         */
        public function removeListener($event, callable $listener) {}

        /**
         * @param string|int|null $event null: the listeners of all events
         * @return void
         */
        public function removeAllListeners($event = null) {}

        /**
         * @param string|int|null $event
         * @return array the event's listeners; for null, event => listeners
         */
        public function listeners($event = null): array {}

        /**
         * Calls those that listen now, those of on() first; what they add or remove counts at the next event. What a
         * listener throws comes out of here, and the others are not called.
         *
         * @param string|int $event
         * @param array $arguments arguments of the listeners; string keys are names of parameters
         * @return void
         * @throws \InvalidArgumentException if $event is null
         */
        public function emit($event, array $arguments = []) {}
    }

    /**
     * The same for classes with another parent. Mirrors Evenement\EventEmitterTrait.
     */
    trait EventEmitterTrait
    {
        /** @var array event => list of callables */
        protected $listeners = [];

        /** @var array the same for once() */
        protected $onceListeners = [];

        /**
         * @param string|int $event
         * @param callable $listener
         * @return static
         * @implementation-alias WsChat\Evenement\EventEmitter::on
         */
        public function on($event, callable $listener) {}

        /**
         * @param string|int $event
         * @param callable $listener
         * @return static
         * @implementation-alias WsChat\Evenement\EventEmitter::once
         */
        public function once($event, callable $listener) {}

        /**
         * @param string|int $event
         * @param callable $listener
         * @return void
         * @implementation-alias WsChat\Evenement\EventEmitter::removeListener
         */
        public function removeListener($event, callable $listener) {}

        /**
         * @param string|int|null $event
         * @return void
         * @implementation-alias WsChat\Evenement\EventEmitter::removeAllListeners
         */
        public function removeAllListeners($event = null) {}

        /**
         * @param string|int|null $event
         * @implementation-alias WsChat\Evenement\EventEmitter::listeners
         */
        public function listeners($event = null): array {}

        /**
         * @param string|int $event
         * @return void
         * @implementation-alias WsChat\Evenement\EventEmitter::emit
         */
        public function emit($event, array $arguments = []) {}
    }

    /**
     * A listener written in C: what the native classes give to emitters and loops. For them only.
     *
     * @not-serializable
     * @strict-properties
     */
    final class Callback
    {
        private function __construct() {}

        /**
         * @return void
         */
        public function __invoke(mixed ...$arguments) {}
    }
}
