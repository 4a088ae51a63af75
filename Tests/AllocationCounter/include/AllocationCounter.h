#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H
/// Allocations made so far by the calling thread in this process.
unsigned long allocations_of_this_thread(void);
#endif
