<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $ids = [];
    foreach (['a', 'b', 'c'] as $i => $name) {
        $$name = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
        preg_match('/\[0,"([^"]+)"/', $$name->in, $match);
        $ids[] = $match[1] ?? '';
        $$name->text('[5,"t"]');
        $talk->out('subscribe');
    }
    $a->text('[7,"t","all"]')->frames();
    $b->frames();
    $c->frames();
    $a->text('[7,"t",{"not":"me"},true]');
    $b->frames();
    $c->frames();
    $a->text('[7,"t",["not c"],' . json_encode([$ids[2]]) . ']')->frames();
    $b->frames();
    $a->text('[7,"t",1.5,[],' . json_encode([$ids[1], $ids[2]]) . ']');
    $b->frames();
    $c->frames();
    $a->text('[7,"t",null,' . json_encode([$ids[1]]) . ',' . json_encode([$ids[1], $ids[2]]) . ']');
    $c->frames();
    $a->text('[7,"t",true,false]')->frames();
    $b->frames();
    $c->frames();
    $b->text('[5,"t"]')->text('[6,"other"]')->text('[6,"t"]');
    $talk->out('unsubscribe');
    $b->text('[7,"t","from outside"]');
    $a->frames();
    $c->frames()->text('[1,"ex","http://example.com/"]')->text('[5,"ex:news"]');
    $talk->out('subscribe');
    $c->text('[7,"ex:news","prefixed"]')->frames();
    $b->text('[7,"nobody","lost"]');
    $talk->out('lost');
    foreach ([$a, $b, $c] as $peer) {
        $peer->close()->eof();
        $talk->out('closed');
    }
};
