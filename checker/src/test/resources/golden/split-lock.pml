/*
 * toy split lock 2
 *
 * run: spin -o1 -o2 -o3 -a FILE
 *      cc -O2 -DSAFETY -DNOREDUCE -DBFS -o pan pan.c && ./pan
 * 'states, stored' is the number of states of the specification. The options keep Spin
 * from merging steps, and from leaving variables out of the state.
 * asserted: exclusion
 */

#define nil 255
#define ending_running 0

bool v_taken = 0;
bool v_inside[2] = 0;
byte v_ending = 0;

active [2] proctype T0_1()
{
/* enter.look */
end_enter_look:
  if
  :: if
    /* enter.look */
    :: ((v_ending == ending_running) && !v_taken)
    fi -> goto end_enter_take
  fi;
/* enter.take */
end_enter_take:
  if
  :: if
    /* enter.take */
    :: d_step {
        (v_ending == ending_running) ->
        v_taken = 1;
        v_inside[_pid] = 1
      }
    fi -> goto end_enter_leave
  fi;
/* enter.leave */
end_enter_leave:
  if
  :: if
    /* enter.leave */
    :: d_step {
        (v_ending == ending_running) ->
        v_taken = 0;
        v_inside[_pid] = 0
      }
    fi -> goto end_enter_look
  fi;
}

#define claim_exclusion ((v_inside[0] + v_inside[1]) < 2)

active proctype monitor()
{
end_monitor:
  do
  :: d_step { !(claim_exclusion) -> assert(claim_exclusion) }
  od
}
