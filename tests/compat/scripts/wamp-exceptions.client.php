<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
    foreach (['[2,"1","x"]', '[5,"x"]', '[7,"x","e"]', '[6,"x"]', '[5,"x"]'] as $message) {
        $a->text($message);
        $talk->out('Exception in');
    }
    $a->text('[2,"2","wamp"]')->frames()->eof();
    $talk->out('closed');
    $b = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames()->text('[2,"3","json"]')->frames()->eof();
    $talk->out('closed');
};
